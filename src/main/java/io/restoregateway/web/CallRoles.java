package io.restoregateway.web;

import io.restoregateway.access.Endpoints;
import io.restoregateway.access.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Which roles a call takes, as its description says it. */
final class CallRoles {

    private CallRoles() {}

    /** The roles of which the call takes any; none where anybody may call. */
    static Set<Role> of(HandlerMethod call) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(call.getMethod(), RequestMapping.class);
        if (mapping == null) {
            return Set.of();
        }
        return bases(call)
                .flatMap(base -> paths(mapping).map(base::concat))
                .flatMap(path -> Arrays.stream(mapping.method())
                        .map(method -> Endpoints.roles(asHttp(method), path))
                        .flatMap(Optional::stream))
                .findFirst()
                .orElse(Set.of());
    }

    static String sentence(Set<Role> roles, HandlerMethod call) {
        boolean preview = Arrays.stream(call.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(ValidateOnlyParameter.class));
        return "Takes the role %s%s."
                .formatted(
                        roles.stream()
                                .sorted()
                                .map(role -> "`" + role.word() + "`")
                                .collect(Collectors.joining(" or ")),
                        preview ? "; with `validateOnly=true`, `viewer`" : "");
    }

    private static Stream<String> bases(HandlerMethod call) {
        RequestMapping type = AnnotatedElementUtils.findMergedAnnotation(call.getBeanType(), RequestMapping.class);
        return type == null ? Stream.of("") : paths(type);
    }

    private static Stream<String> paths(RequestMapping mapping) {
        return mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }

    private static HttpMethod asHttp(RequestMethod method) {
        return method.asHttpMethod();
    }
}
