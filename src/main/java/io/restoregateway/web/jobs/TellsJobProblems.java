package io.restoregateway.web.jobs;

import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that every call about one job can end with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@MayTell({ProblemType.INVALID_REQUEST, ProblemType.JOB_NOT_FOUND, ProblemType.DATABASE_UNAVAILABLE})
@interface TellsJobProblems {}
