package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static io.restoregateway.sandbox.SandboxClient.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Atlan refuses of a bulk call, and that nothing of it is then applied. */
class BulkRefusalTest {

    private static final String UNKNOWN = "11111111-2222-4333-8444-555555555555";

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset archived = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/ORDERS");

    @Test
    void unknownGuidWithoutAMatchingName() {
        var sent = with(entry(archived, Map.of("qualifiedName", "no/such/table")), "guid", UNKNOWN);

        assertRefused(client.write(sent), 404, "ATLAS-404-00-00A", UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"name,Asset", "qualifiedName,Referenceable"})
    void mandatoryAttributeMissing(String attribute, String declaredBy) {
        Map<String, Object> sent = entry(archived);
        attributes(sent).remove(attribute);

        SandboxClient.Answer answer = client.write(sent);

        assertRefused(answer, 404, "ATLAS-404-00-007", archived.guid());
        assertThat(answer.json().path("errorMessage").asString())
                .isEqualTo("Invalid instance creation/updation parameters passed : Table." + attribute
                        + ": mandatory attribute value missing in type " + declaredBy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AtlasGlossaryTerm", "AtlasGlossaryCategory", "Link", "Query", "Procedure"})
    void typesWithMoreMandatoryAttributes(String typeName) {
        StoredAsset asset = tenant.assets().values().stream()
                .filter(one -> one.typeName().equals(typeName) && one.isArchived())
                .findFirst()
                .orElseThrow();

        assertRefused(client.write(entry(asset)), 404, "ATLAS-404-00-007", asset.guid());
    }

    @Test
    void unknownAnchor() {
        StoredAsset term = client.stored("AtlasGlossaryTerm", "gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq");
        Map<String, Object> anchor = Map.of("anchor", Map.of("typeName", "AtlasGlossary", "guid", UNKNOWN));

        SandboxClient.Answer answer = client.write(entry(term, anchor));

        assertRefused(answer, 404, "ATLAS-404-00-00A", term.guid());
        assertThat(answer.text()).contains("Referenced entity " + UNKNOWN + " is not found");
    }

    @Test
    void unknownType() {
        assertRefused(
                client.write(with(entry(archived), "typeName", "Tabel")), 400, "ATLAS-400-00-014", archived.guid());
    }

    @Test
    void nullGuid() {
        assertRefused(client.write(with(entry(archived), "guid", null)), 400, "ATLAS-400-00-021", "");
    }

    @Test
    void emptyGuid() {
        assertRefused(client.write(with(entry(archived), "guid", "")), 400, "ATLAS-400-00-021", "");
    }

    @Test
    void notPermittedNamesNoGuid() {
        assertRefused(client.write(entry(person("salaries"))), 403, "ATLAS-403-00-001", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Persona", "DataContract", "__AtlasUserProfile"})
    void typesThatCannotBeRestored(String typeName) {
        StoredAsset asset = tenant.assets().values().stream()
                .filter(one -> one.typeName().equals(typeName))
                .findFirst()
                .orElseThrow();

        SandboxClient.Answer answer = client.write(entry(asset));

        assertRefused(answer, 409, "ATLAS-409-00-015", "");
        assertThat(answer.json().path("errorMessage").asString()).startsWith("Operation not supported: ");
    }

    @Test
    void productWhoseDomainWasPurged() {
        StoredAsset product = tenant.assets().values().stream()
                .filter(one -> one.name().equals("Left without a domain"))
                .findFirst()
                .orElseThrow();

        assertRefused(client.write(entry(product)), 409, "ATLAS-409-00-015", "");
    }

    @Test
    void oneBadEntryAndNothingIsApplied() {
        Map<String, StoredAsset> before = tenant.assets();

        SandboxClient.Answer answer = client.write(
                entry(archived), entry(person("salaries")), with(entry(person("trainings")), "typeName", "Tabel"));

        assertRefused(answer, 400, "ATLAS-400-00-014", person("trainings").guid());
        assertThat(tenant.assets()).isEqualTo(before);
    }

    @Test
    void moreThanTenThousandEntities() {
        List<Map<String, Object>> many = Collections.nCopies(10_001, entry(archived));

        assertThat(client.write(many.toArray()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"entities\":[", "[]", "{\"entities\":{}}", "{\"entities\":[1]}", "nonsense"})
    void jsonThatDoesNotParse(String body) {
        SandboxClient.Answer answer = client.post(SandboxClient.BULK, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("error");
    }

    @Test
    void noAdministratorLeft() {
        StoredAsset connection = client.stored("Connection", "default/mongodb/mongodb.atlan.com");
        Map<String, Object> nobody = new LinkedHashMap<>();
        nobody.put("adminUsers", List.of());
        nobody.put("adminGroups", null);
        nobody.put("adminRoles", List.of());

        assertRefused(client.write(entry(connection, nobody)), 400, "ATLAS-400-00-114", "");
    }

    private static void assertRefused(SandboxClient.Answer answer, int status, String code, String guid) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().path("entityGuid").asString("")).isEqualTo(guid);
    }

    private StoredAsset person(String name) {
        return client.stored("Table", "default/redshift/1690000000/hr/core/" + name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("attributes");
    }
}
