package io.restoregateway.web;

import static io.restoregateway.web.problem.ProblemType.DATABASE_UNAVAILABLE;
import static io.restoregateway.web.problem.ProblemType.INVALID_REQUEST;

import io.restoregateway.audit.AuditEvent;
import io.restoregateway.audit.AuditEvents;
import io.restoregateway.web.problem.MayTell;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells who had what restored, when, and what came of it. */
@RestController
@RequestMapping("/api/v1/audit-events")
@Tag(name = ApiDescription.AUDIT)
class AuditController {

    private final AuditEvents events;

    AuditController(AuditEvents events) {
        this.events = events;
    }

    @GetMapping
    @Operation(operationId = "listAuditEvents", summary = "List who had what restored, when, with which outcome")
    @MayTell({INVALID_REQUEST, DATABASE_UNAVAILABLE})
    ResponseEntity<AuditPage> list(@ParameterObject @ModelAttribute AuditRequest request) {
        AuditQuery query = AuditQuery.of(request);
        return Answers.json(AuditPage.of(query, found(query)));
    }

    /** One more than the page holds, which tells whether there is another page. */
    private List<AuditEvent> found(AuditQuery query) {
        return events.find(query.selector(), query.last(), query.limit() + 1);
    }
}
