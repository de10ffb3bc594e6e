package io.restoregateway.web;

import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that every call that asks Atlan can end with. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@MayTell({
    ProblemType.INVALID_REQUEST,
    ProblemType.BUDGET_EXHAUSTED,
    ProblemType.UPSTREAM_ERROR,
    ProblemType.UPSTREAM_UNAUTHENTICATED,
    ProblemType.UPSTREAM_UNAVAILABLE
})
@interface TellsReadProblems {}
