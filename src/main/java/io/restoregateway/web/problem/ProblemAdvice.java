package io.restoregateway.web.problem;

import io.restoregateway.restore.CatalogException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever ends a request early into a problem. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The sandbox is somebody else: it answers as Atlan does. */
    private static final String SANDBOX = "/sandbox/";

    private final ProblemAnswers answers;

    ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tell(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        boolean tooLate = response.isCommitted();
        if (tooLate
                || failure instanceof IOException
                || failure instanceof AuthenticationException
                || request.getRequestURI().startsWith(SANDBOX)) {
            throw failure;
        }
        return switch (failure) {
            case ProblemException problem -> answers.answer(problem, request);
            case CatalogException trouble -> answers.answer(CatalogProblems.of(trouble), request);
            case ErrorResponse error -> answers.answer(translate(error), error.getHeaders(), request);
            case HttpMessageNotReadableException unread -> answers.answer(unreadable(unread), request);
            case RequestRejectedException rejected -> answers.answer(malformed(), new HttpHeaders(), request);
            case MethodArgumentTypeMismatchException mismatch
            when mismatch.getRequiredType() == MediaType.class ->
                answers.answer(ProblemStatuses.of(415), new HttpHeaders(), request);
            case TypeMismatchException mismatch -> answers.answer(malformed(), new HttpHeaders(), request);
            case NonTransientDataAccessResourceException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    TransactionException _ -> answers.answer(databaseAway(failure, request), request);
            case InvalidParameterException undecodable -> answers.answer(malformed(), new HttpHeaders(), request);
            default -> unexpected(failure, request);
        };
    }

    private static ProblemException unreadable(HttpMessageNotReadableException unread) {
        String message = unread.getCause() instanceof IOException
                ? "breaks off before its end"
                : "is empty: a JSON object is expected";
        return ProblemException.invalid(List.of(InputError.at("", message)));
    }

    /** Told when the request line, its parameters or its headers hold what cannot be right. */
    static Problem.Builder malformed() {
        return Problem.of(
                ProblemType.INVALID_REQUEST,
                "The path, the query or a header is malformed: check the percent-encoding and look for control characters.");
    }

    private static Problem.Builder translate(ErrorResponse error) {
        return switch (error) {
            case HttpRequestMethodNotSupportedException wrong ->
                Problem.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "%s is not for this path; allowed: %s"
                                .formatted(
                                        wrong.getMethod(),
                                        String.join(
                                                ", ",
                                                Objects.requireNonNullElse(
                                                        wrong.getSupportedMethods(), new String[] {}))));
            case HttpMediaTypeNotSupportedException wrong ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        wrong.getContentType() == null
                                ? "There is no Content-Type; send the body as %s".formatted(accepted(wrong))
                                : "Content-Type %s is not accepted; send the body as %s in UTF-8"
                                        .formatted(wrong.getContentType(), accepted(wrong)));
            default -> ProblemStatuses.of(error.getStatusCode().value());
        };
    }

    private static String accepted(HttpMediaTypeNotSupportedException wrong) {
        return wrong.getSupportedMediaTypes().isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : wrong.getSupportedMediaTypes().stream()
                        .map(MediaType::toString)
                        .collect(Collectors.joining(", "));
    }

    private static ProblemException databaseAway(Exception failure, HttpServletRequest request) {
        LOG.error("The database did not answer {} {}", request.getMethod(), request.getRequestURI(), failure);
        return new ProblemException(
                Problem.of(ProblemType.DATABASE_UNAVAILABLE, "The gateway's database does not answer"),
                CatalogProblems.RETRY_AFTER);
    }

    private ResponseEntity<Object> unexpected(Exception failure, HttpServletRequest request) {
        LOG.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answers.answer(ProblemStatuses.of(500), new HttpHeaders(), request);
    }
}
