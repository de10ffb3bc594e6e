package io.restoregateway.web;

import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that the restore of a single asset can end with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TellsCommonProblems
@MayTell({
    ProblemType.FORBIDDEN_BY_ATLAN,
    ProblemType.ASSET_NOT_FOUND,
    ProblemType.QUALIFIED_NAME_MISMATCH,
    ProblemType.TYPE_MISMATCH,
    ProblemType.ATTRIBUTE_MISMATCH,
    ProblemType.LIVE_TWIN,
    ProblemType.NOT_RESTORABLE,
    ProblemType.BRINGS_OTHERS,
    ProblemType.CONNECTION_WITHOUT_ADMIN,
    ProblemType.PARENT_ARCHIVED,
    ProblemType.UNEXPECTED_CHANGE,
    ProblemType.UNCONFIRMED
})
@interface TellsRestoreProblems {}
