package io.restoregateway.access;

import static io.restoregateway.access.Role.ADMIN;
import static io.restoregateway.access.Role.APPROVER;
import static io.restoregateway.access.Role.RESTORER;
import static io.restoregateway.access.Role.VIEWER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Who may call what: every endpoint stands here; one that does not is nobody's. */
public final class Endpoints {

    private static final String JOB = "/api/v1/restore-jobs/{id}";

    private static final List<Endpoint> ALL = List.of(
            Endpoint.open("/"),
            Endpoint.open("/swagger-ui.html"),
            Endpoint.open("/swagger-ui/**"),
            Endpoint.open("/v3/api-docs/**"),
            Endpoint.open("/v3/api-docs.yaml"),
            Endpoint.open("/problems/**"),
            Endpoint.open("/livez"),
            Endpoint.open("/readyz"),
            Endpoint.open("/actuator/health/**"),
            // The sandbox tenant has a token of its own.
            Endpoint.open("/sandbox/**"),
            Endpoint.of(GET, "/api/v1/archived-assets", VIEWER),
            Endpoint.of(GET, "/api/v1/archived-assets/{guid}", VIEWER),
            Endpoint.of(GET, "/api/v1/audit-events", VIEWER),
            Endpoint.changing("/api/v1/assets/restore", RESTORER),
            Endpoint.changing("/api/v1/assets/restore-by-qualified-name", RESTORER),
            Endpoint.changing("/api/v1/assets/restore-batch", RESTORER),
            Endpoint.changing("/api/v1/connections/restore", RESTORER),
            Endpoint.changing("/api/v1/connections/restore-batch", RESTORER),
            Endpoint.of(POST, "/api/meta/entity/bulk", RESTORER),
            Endpoint.of(POST, "/api/meta/entity/bulk/", RESTORER),
            Endpoint.of(POST, "/api/v1/restore-jobs", RESTORER),
            Endpoint.of(GET, "/api/v1/restore-jobs", VIEWER),
            Endpoint.of(GET, JOB, VIEWER),
            Endpoint.of(GET, JOB + "/items", VIEWER),
            Endpoint.of(GET, JOB + "/report", VIEWER),
            Endpoint.of(GET, JOB + "/events", VIEWER),
            Endpoint.of(POST, JOB + "/confirm", APPROVER),
            Endpoint.of(POST, JOB + "/pause", RESTORER, APPROVER),
            Endpoint.of(POST, JOB + "/resume", RESTORER, APPROVER),
            Endpoint.of(POST, JOB + "/cancel", RESTORER, APPROVER),
            // Of an undo, an approver's: its controller tells them apart.
            Endpoint.of(POST, JOB + "/retry-failed", RESTORER, APPROVER),
            Endpoint.of(POST, JOB + "/undo", APPROVER),
            Endpoint.of(GET, "/actuator", VIEWER),
            Endpoint.of(GET, "/actuator/info", VIEWER),
            Endpoint.of(GET, "/actuator/prometheus", VIEWER),
            Endpoint.of(GET, "/actuator/sbom", VIEWER),
            Endpoint.of(GET, "/actuator/sbom/{id}", VIEWER),
            // Whatever else operators may have the actuator show.
            Endpoint.any("/actuator/**", ADMIN),
            Endpoint.any("/error", VIEWER));

    private Endpoints() {}

    /**
     * The roles of which a call takes any.
     *
     * @param path as Spring MVC writes it, with variables
     * @return empty when it does not stand here; no role when anybody may call
     */
    public static Optional<Set<Role>> roles(HttpMethod method, String path) {
        return ALL.stream()
                .filter(endpoint -> endpoint.pattern().equals(path))
                .filter(endpoint -> endpoint.method() == null || method.equals(endpoint.method()))
                .map(Endpoint::roles)
                .findFirst();
    }

    static Optional<Endpoint> of(HttpServletRequest request) {
        return ALL.stream()
                .filter(endpoint -> endpoint.matcher().matches(request))
                .findFirst();
    }
}
