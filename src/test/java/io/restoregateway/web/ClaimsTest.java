package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.restoregateway.restore.Administrators;
import io.restoregateway.restore.AdministratorsClaim;
import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class ClaimsTest {

    private static final RestoreOutcome ANY_OUTCOME = new RestoreOutcome.AlreadyActive(Fixtures.stored(), List.of());

    @Autowired
    private Gateway gateway;

    @Autowired
    private RestoreAssets restoreAssets;

    private final ArgumentCaptor<List<AssetClaim>> claims = ArgumentCaptor.captor();

    private final ArgumentCaptor<RestoreOptions> options = ArgumentCaptor.captor();

    @BeforeEach
    void answer() {
        when(restoreAssets.restore(any(), any())).thenReturn(List.of(ANY_OUTCOME));
        when(restoreAssets.restoreByName(any(), any(), any())).thenReturn(ANY_OUTCOME);
    }

    private AssetClaim claimed(String path, String body) {
        gateway.post(path, body.replace('\'', '"').replace("@", Fixtures.GUID)).isOk();
        verify(restoreAssets).restore(claims.capture(), options.capture());
        return claims.getValue().getFirst();
    }

    @Test
    void theThreeKeysAreAllThatMustBeClaimed() {
        assertThat(claimed("/api/v1/assets/restore", Fixtures.connectionBody()))
                .isEqualTo(AssetClaim.of(Fixtures.connection()));
        assertThat(options.getValue()).isEqualTo(RestoreOptions.DEFAULT);
    }

    @Test
    void nameAndGlossaryAreExpectations() {
        AssetClaim claim = claimed(
                "/api/v1/assets/restore",
                "{'typeName':'AtlasGlossaryTerm','qualifiedName':'q','guid':'@','name':'Example','glossaryGuid':'@','includeTerms':true}");

        assertThat(claim.expected())
                .isEqualTo(Map.of(
                        "name", "Example", "anchor", Map.of("typeName", "AtlasGlossary", "guid", Fixtures.GUID)));
        assertThat(options.getValue().includeTerms()).isTrue();
    }

    @Test
    void optionalPropertiesMayBeNull() {
        assertThat(claimed(
                                "/api/v1/assets/restore",
                                Fixtures.connectionBody()
                                        .replace("}", ",\"name\":null,\"glossaryGuid\":null,\"includeTerms\":null}"))
                        .expected())
                .isEmpty();
        assertThat(options.getValue()).isEqualTo(RestoreOptions.DEFAULT);
    }

    @Test
    void aConnectionsDetailsAreExpectationsAndItsAdministratorsAreAdded() {
        AssetClaim claim = claimed(
                "/api/v1/connections/restore",
                "{'qualifiedName':'q','guid':'@','typeName':'Connection','name':'n','connectorName':'mongodb','category':'warehouse',"
                        + "'adminUsers':['jsmith','Jsmith'],'adminGroups':null,'adminRoles':['@']}");

        assertThat(claim.identity().typeName()).isEqualTo(new TypeName("Connection"));
        assertThat(claim.expected())
                .isEqualTo(Map.of("name", "n", "connectorName", "mongodb", "category", "warehouse"));
        assertThat(claim.administrators())
                .isEqualTo(AdministratorsClaim.adding(
                        new Administrators(List.of("jsmith", "Jsmith"), List.of(), List.of(Fixtures.GUID))));
    }

    @Test
    void noAdministratorsAreNoClaim() {
        assertThat(claimed("/api/v1/connections/restore-batch", "{'connections':[{'qualifiedName':'q','guid':'@'}]}")
                        .administrators())
                .isEqualTo(AdministratorsClaim.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/assets/restore, false",
        "/api/v1/assets/restore?validateOnly=false, false",
        "/api/v1/assets/restore?validateOnly=true, true",
        "/api/v1/connections/restore?validateOnly=true, true"
    })
    void validateOnlyIsWhatItSays(String path, boolean expected) {
        claimed(path, "{'typeName':'Connection','qualifiedName':'q','guid':'@'}");

        assertThat(options.getValue().validateOnly()).isEqualTo(expected);
    }

    @Test
    void batchesTakeTheirOptionsToo() {
        claimed(
                "/api/v1/assets/restore-batch?validateOnly=true",
                "{'includeTerms':true,'assets':[{'typeName':'T','qualifiedName':'q','guid':'@'}]}");

        assertThat(options.getValue()).isEqualTo(new RestoreOptions(true, true, false));
    }

    @Test
    void aNameAloneIsLookedUp() {
        gateway.post(
                        "/api/v1/assets/restore-by-qualified-name?validateOnly=true",
                        "{\"typeName\":\"Table\",\"qualifiedName\":\"a/b\",\"includeTerms\":true}")
                .isOk();

        verify(restoreAssets)
                .restoreByName(new TypeName("Table"), new QualifiedName("a/b"), new RestoreOptions(true, true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " leading and trailing ",
                "tab\tnewline\nreturn\rescape\u001b",
                "\u0001\u001f\u007f\u0085\u200b\u202e\ufeff",
                "😀/👩‍👩‍👧/🏳️‍🌈",
                "表/العربية/ελληνικά/हिन्दी",
                "é and e\u0301 are not the same",
                "\"quotes\" \\ back / slash {braces} ${x} #{y} %25 &amp;",
                "\ufffd\uffff\udbff\udfff",
            })
    void anyCharacterOfAQualifiedNameArrivesUnharmed(String qualifiedName) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("typeName", "T", "qualifiedName", qualifiedName, "guid", Fixtures.GUID));

        gateway.post("/api/v1/assets/restore", body.getBytes(StandardCharsets.UTF_8))
                .isOk();

        verify(restoreAssets).restore(claims.capture(), any());
        assertThat(claims.getValue().getFirst().identity().qualifiedName().value())
                .isEqualTo(qualifiedName);
    }

    @Test
    void theLongestNameIsTaken() {
        String longest = "😀".repeat(10_000);

        assertThat(claimed("/api/v1/assets/restore", "{'typeName':'T','qualifiedName':'" + longest + "','guid':'@'}")
                        .identity()
                        .qualifiedName()
                        .value())
                .isEqualTo(longest);
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertThat(claimed("/api/v1/assets/restore", "\ufeff" + Fixtures.connectionBody()))
                .isEqualTo(AssetClaim.of(Fixtures.connection()));
    }
}
