package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.restoregateway.web.problem.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input of a job.
 *
 * @param row its place in the input, counted from 1
 * @param typeName what the input claimed
 * @param qualifiedName what the input claimed
 * @param guid what the input claimed
 * @param outcome what became of it, such as {@code RESTORED}; null while it is open
 * @param code the kind of problem, where there is one
 * @param message what is to be said about it
 * @param warnings the codes of its warnings, maybe none
 * @param duplicateOf the row that named the same asset before
 * @param by who restored it
 * @param at when its outcome was known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "row",
    "typeName",
    "qualifiedName",
    "guid",
    "outcome",
    "code",
    "message",
    "warnings",
    "duplicateOf",
    "by",
    "at"
})
public record ReportRow(
        long row,
        @Nullable String typeName,
        @Nullable String qualifiedName,
        @Nullable String guid,
        @Nullable String outcome,
        @Nullable String code,
        @Nullable String message,
        List<String> warnings,
        @Nullable Long duplicateOf,
        @Nullable String by,
        @Nullable Instant at) {

    public ReportRow {
        typeName = printable(typeName);
        qualifiedName = printable(qualifiedName);
        guid = printable(guid);
        message = printable(message);
        by = printable(by);
        warnings = List.copyOf(warnings);
    }

    /** One character that UTF-8 cannot carry must not end a report in the middle. */
    private static @Nullable String printable(@Nullable String text) {
        return text == null ? null : Text.printable(text);
    }
}
