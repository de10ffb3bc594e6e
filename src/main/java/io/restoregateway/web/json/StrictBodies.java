package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/** Reads request bodies into records and holds them against their constraints; all that is wrong is told at once. */
@Component
public class StrictBodies {

    private final Validator validator;

    StrictBodies(Validator validator) {
        this.validator = validator;
    }

    /**
     * The record that a body says.
     *
     * @throws ProblemException when anything is wrong with it
     */
    Object read(byte[] body, Class<?> type) {
        JsonDocument document = StrictJson.read(body);
        InputErrors errors = new InputErrors();
        document.errors().forEach(errors::add);
        Object request = new RecordBinder(errors).bind(document.root(), type, JsonPointer.empty());
        boolean misshapen = errors.any();
        if (request == null) {
            throw ProblemException.invalid(errors.list());
        }
        List<ConstraintViolation<Object>> violations = inOrder(validator.validate(request));
        violations.forEach(violation -> errors.add(pointer(violation.getPropertyPath()), violation.getMessage()));
        if (!misshapen && !violations.isEmpty() && violations.stream().allMatch(StrictBodies::isRepeatedGuid)) {
            throw new ProblemException(Problem.of(ProblemType.DUPLICATE_GUID, summary(errors.list()))
                    .errors(errors.list()));
        }
        if (errors.any()) {
            throw ProblemException.invalid(errors.list());
        }
        return request;
    }

    private static String summary(List<InputError> repeats) {
        return repeats.size() == 1
                ? "An asset is named twice: " + repeats.getFirst().pointer() + " "
                        + repeats.getFirst().message()
                : "Assets are named more than once, at %d places".formatted(repeats.size());
    }

    private static boolean isRepeatedGuid(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getPayload().contains(RepeatedGuid.class);
    }

    private static List<ConstraintViolation<Object>> inOrder(Set<ConstraintViolation<Object>> violations) {
        return violations.stream()
                .sorted(Comparator.comparing(violation -> sortKey(violation.getPropertyPath())))
                .toList();
    }

    /** Puts the tenth entry after the second. */
    private static String sortKey(Path path) {
        StringBuilder key = new StringBuilder();
        path.forEach(node -> key.append('/')
                .append(node.getIndex() == null ? "" : "%06d/".formatted(node.getIndex()))
                .append(node.getName()));
        return key.toString();
    }

    private static JsonPointer pointer(Path path) {
        JsonPointer pointer = JsonPointer.empty();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer = pointer.appendIndex(node.getIndex());
            }
            pointer = isProperty(node.getKind(), node.getName()) ? pointer.appendProperty(node.getName()) : pointer;
        }
        return pointer;
    }

    private static boolean isProperty(ElementKind kind, @Nullable String name) {
        return kind == ElementKind.PROPERTY && name != null;
    }
}
