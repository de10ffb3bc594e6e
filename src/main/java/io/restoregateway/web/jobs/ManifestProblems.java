package io.restoregateway.web.jobs;

import io.restoregateway.jobs.BadRow;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.util.List;
import java.util.Objects;

/** Tells what is wrong with a manifest. */
final class ManifestProblems {

    private ManifestProblems() {}

    /** Told of a manifest that cannot be read as a whole. */
    static ProblemException of(ManifestException unreadable) {
        String message = Objects.requireNonNull(unreadable.getMessage());
        Long line = unreadable.line();
        InputError error = line == null ? InputError.at("", message) : InputError.on(line, message);
        Problem.Builder problem = Problem.of(type(unreadable.flaw()), message);
        return new ProblemException(
                problem.type() == ProblemType.INVALID_REQUEST ? problem.errors(List.of(error)) : problem);
    }

    /** Told of malformed rows, as many as are known by name. */
    static ProblemException of(List<BadRow> rows, long total) {
        List<InputError> errors = rows.stream()
                .map(row -> InputError.on(row.line(), "line %d: %s".formatted(row.line(), row.message())))
                .toList();
        return BadEntries.problem("line", errors, total);
    }

    private static ProblemType type(ManifestException.Flaw flaw) {
        return switch (flaw) {
            case UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case TOO_LARGE -> ProblemType.TOO_LARGE;
            case TOO_MANY_ROWS -> ProblemType.TOO_MANY_ASSETS;
            case WRONG_ENCODING, BINARY, NOT_UTF_8, EMPTY, WRONG_HEADER, ROW_TOO_LONG, WRONG_QUOTES ->
                ProblemType.INVALID_REQUEST;
        };
    }
}
