package io.restoregateway.web.atlan;

import static io.restoregateway.web.atlan.AtlanClient.restoring;
import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.StoredAsset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What only the tenant can tell: refused in Atlan's shape, and nothing is written. */
@GuardedCallTest
class RefusedCallTest {

    @Autowired
    private AtlanClient client;

    @Autowired
    private TenantInMemory tenant;

    @BeforeEach
    void emptyTenant() {
        tenant.reset();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void whenTheGuidIsUnknown() {
        StoredAsset purged = Assets.table("PURGED");

        client.post(restoring(purged))
                .isError(404, "ATLAS-404-00-00A")
                .about(purged)
                .says("no asset", purged.guid().value());
    }

    @Test
    void whenTheQualifiedNameDiffers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        client.post(restoring(table).replace("SCHEMA/ORDERS", "SCHEMA/orders"))
                .isError(404, "ATLAS-404-00-00A")
                .about(table)
                .says("qualifiedName", "SCHEMA/ORDERS", "SCHEMA/orders");
    }

    @Test
    void whenTheTypeDiffers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        client.post(restoring(table).replace("\"Table\"", "\"View\""))
                .isError(404, "ATLAS-404-00-00A")
                .about(table)
                .says("typeName", "'Table'", "'View'");
    }

    @Test
    void whenTheNameDiffers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        client.post(restoring(table, Map.of("name", "ORDERS ")))
                .isError(409, "GATEWAY-ATTRIBUTE_MISMATCH")
                .about(table)
                .says("name is stored as 'ORDERS'");
    }

    @Test
    void whenAnActiveAssetDiffers() {
        StoredAsset table = tenant.active(Assets.table("ORDERS"));

        client.post(restoring(table, Map.of("description", "new"))).isError(409, "GATEWAY-ATTRIBUTE_MISMATCH");
    }

    @Test
    void whenAnActiveTwinExists() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        StoredAsset twin = tenant.active(Assets.withGuid(table, "twin"));

        client.post(restoring(table))
                .isError(409, "GATEWAY-LIVE_TWIN")
                .about(table)
                .says(twin.guid().value());
    }

    @Test
    void whenTheGlossaryBringsOthers() {
        StoredAsset term = Assets.term("Cost", Assets.any("AtlasGlossary", "Finance", "Finance"));
        StoredAsset glossary = tenant.archived(Assets.glossary("Finance", term));

        client.post(restoring(glossary))
                .isError(422, "GATEWAY-BRINGS_OTHERS")
                .about(glossary)
                .says("1 in all", "POST /api/v1/assets/restore", term.guid().value());
    }

    @Test
    void whenNobodyCouldAdministerTheConnection() {
        StoredAsset orphan = tenant.archived(Assets.with(
                Assets.with(Assets.with(Assets.publishedConnection(), "adminUsers", List.of()), "adminGroups", null),
                "adminRoles",
                List.of()));

        client.post(restoring(orphan))
                .isError(422, "GATEWAY-CONNECTION_WITHOUT_ADMIN")
                .about(orphan);
    }

    @Test
    void whenAtlanCannotRestoreSuchAnAsset() {
        StoredAsset persona = tenant.archived(Assets.any("Persona", "default/persona", "Analysts"));

        client.post(restoring(persona)).isError(422, "GATEWAY-NOT_RESTORABLE").about(persona);
    }

    @Test
    void whenTheGatewayMayNotReadTheAsset() {
        StoredAsset table = Assets.table("SECRET");
        tenant.withheld(table.guid());

        client.post(restoring(table))
                .isError(403, "GATEWAY-FORBIDDEN_BY_ATLAN")
                .about(table)
                .says("Atlan says: ATLAS-403-00-001");
    }

    @Test
    void whenOneOfSeveralIsNotWhatWasClaimed() {
        StoredAsset first = tenant.archived(Assets.table("FIRST"));
        StoredAsset missing = Assets.table("MISSING");
        StoredAsset third = tenant.archived(Assets.table("THIRD"));
        StoredAsset alsoMissing = Assets.table("ALSO");

        client.post(restoring(first, missing, third, alsoMissing))
                .isError(404, "ATLAS-404-00-00A")
                .about(missing)
                .says("1 more", alsoMissing.guid().value());
    }

    @Test
    void whenAdministratorsAreAddedBesideAnotherAsset() {
        StoredAsset connection = tenant.archived(Assets.publishedConnection());
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));
        String body = restoring(table, connection)
                .replace(
                        "\"name\":\"mongodb.atlan.com\"",
                        "\"name\":\"mongodb.atlan.com\",\"adminUsers\":[\"jsmith\",\"ann\"]");

        client.post(body).isError(409, "GATEWAY-ATTRIBUTE_MISMATCH").about(connection);
    }
}
