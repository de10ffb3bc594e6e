package io.restoregateway.web;

import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.json.SimilarNames;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that the call does not know, that are given twice or that are not UTF-8: a typo must not write. */
final class StrictParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call) {
            refuseUndecodable(request.getQueryString());
            refuseUnknown(request, known(call));
        }
        return true;
    }

    private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        InputErrors errors = new InputErrors();
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(InputError.of(shortened(name), "is unknown to this call" + suggestion(name, known)));
            } else if (values.length > 1) {
                errors.add(InputError.of(name, "is given more than once"));
            }
        });
        if (errors.any()) {
            throw ProblemException.invalid(errors.list());
        }
    }

    private static void refuseUndecodable(@Nullable String query) {
        try {
            byte[] bytes = StringUtils.uriDecode(Objects.requireNonNullElse(query, ""), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            throw ProblemException.invalid(
                    List.of(new InputError(null, null, null, "the query is not percent-encoded UTF-8")));
        }
    }

    private static Set<String> known(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .flatMap(StrictParameters::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.of(Objects.requireNonNull(parameter.getParameter().getName()))
                : Stream.empty();
    }

    private static String suggestion(String name, Set<String> known) {
        return SimilarNames.nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(known.isEmpty() ? "; it takes none" : "");
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : Text.quoted(name.substring(0, 100));
    }
}
