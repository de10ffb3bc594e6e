package io.restoregateway.web;

import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that every call with a body can end with. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TellsReadProblems
@MayTell({ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.AUDIT_UNAVAILABLE})
@interface TellsCommonProblems {}
