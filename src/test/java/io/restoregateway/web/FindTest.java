package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Inspection;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.Refusal;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.TypeName;
import io.restoregateway.restore.Verification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayTest
class FindTest {

    private static final String FIND = "/api/v1/archived-assets";

    private static final ArchiveSelector EVERYTHING = new ArchiveSelector(null, null, null, null, null, null, null);

    @Autowired
    private Gateway gateway;

    @Autowired
    private Archive archive;

    @Autowired
    private RestoreAssets restoreAssets;

    private void found(Guid next) {
        when(archive.find(any(), any(), anyInt()))
                .thenReturn(new ArchivePage(
                        List.of(new ArchivedAsset(
                                Fixtures.connection(), "mongodb", "jsmith", Instant.parse("2026-11-20T16:30:00Z"))),
                        7,
                        next));
    }

    @Test
    void whatIsFoundCanBeRestoredAsItIs() {
        found(null);

        JsonNode page = gateway.get(FIND).isOk().json();

        assertThat(page.toString())
                .isEqualTo("{\"items\":[{\"identity\":" + Fixtures.connectionBody()
                        + ",\"name\":\"mongodb\",\"archivedBy\":\"jsmith\",\"archivedAt\":\"2026-11-20T16:30:00Z\","
                        + "\"link\":\"https://acme.atlan.com/assets/" + Fixtures.GUID + "/overview\"}],\"total\":7}");
        verify(archive).find(EVERYTHING, null, 50);
    }

    @Test
    void allConditionsAreHandedOn() {
        found(null);

        gateway.get(FIND + "?typeName=Table&qualifiedNamePrefix=" + encoded("a/b c/ü😀+%")
                        + "&connectionQualifiedName=default/x/1&name=" + encoded("N & M") + "&archivedBy=j%20s"
                        + "&archivedAfter=2026-01-01T00:00:00%2B01:00&archivedBefore=2026-02-01T00:00:00.5Z&limit=100")
                .isOk();

        verify(archive)
                .find(
                        new ArchiveSelector(
                                new TypeName("Table"),
                                new QualifiedName("a/b c/ü😀+%"),
                                new QualifiedName("default/x/1"),
                                "N & M",
                                "j s",
                                Instant.parse("2025-12-31T23:00:00Z"),
                                Instant.parse("2026-02-01T00:00:00.5Z")),
                        null,
                        100);
    }

    @Test
    void theCursorLeadsToTheNextPageOfTheSameSearch() {
        Guid position = new Guid(Fixtures.GUID);
        found(position);
        String cursor = gateway.get(FIND + "?typeName=Table")
                .isOk()
                .json()
                .path("nextCursor")
                .asString();

        gateway.get(FIND + "?typeName=Table&limit=7&cursor=" + cursor).isOk();
        Answer other = gateway.get(FIND + "?typeName=View&cursor=" + cursor);

        verify(archive)
                .find(new ArchiveSelector(new TypeName("Table"), null, null, null, null, null, null), position, 7);
        other.isProblem(400, "INVALID_REQUEST").blames("?cursor").says("other conditions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "typeName=| typeName | is empty",
                "typeName=1 | typeName | must match",
                "qualifiedNamePrefix=&name= | qualifiedNamePrefix,name | is empty",
                "connectionQualifiedName=%00 | connectionQualifiedName | NUL",
                "limit=0 | limit | from 1 to 100",
                "limit=101 | limit | from 1 to 100",
                "limit=ten | limit | from 1 to 100",
                "limit=1.0 | limit | from 1 to 100",
                "limit=99999999999 | limit | from 1 to 100",
                "limit=%D9%A1 | limit | from 1 to 100",
                "archivedAfter=yesterday | archivedAfter | 2026-11-21T10:00:00Z",
                "archivedAfter=2026-01-01 | archivedAfter | 2026-11-21T10:00:00Z",
                "archivedAfter=2026-01-01T00:00:00+01:00 | archivedAfter | percent-encoded",
                "archivedAfter=2026-02-01T00:00:00Z&archivedBefore=2026-01-01T00:00:00Z | archivedBefore | later",
                "archivedAfter=%2B999999999-12-31T23:59:59Z | archivedAfter | 2026-11-21T10:00:00Z",
                "archivedBefore=-999999999-01-01T00:00:00Z | archivedBefore | 2026-11-21T10:00:00Z",
                "cursor=x | cursor | not a cursor",
                "cursor=WzFd | cursor | not a cursor",
                "cursor=bnVsbA | cursor | not a cursor",
                "cursor=W3t9LHt9XQ | cursor | not a cursor",
                "offset=5 | offset | unknown",
                "typename=Table | typename | did you mean 'typeName'?",
                "limit=1&limit=2 | limit | more than once",
                "limit=0&typeName=1&cursor=x | typeName,cursor,limit | from 1 to 100",
            })
    void badConditionsAreToldAndNobodyIsAsked(String query, String parameters, String words) {
        gateway.get(FIND + "?" + query)
                .isProblem(400, "INVALID_REQUEST")
                .blames(Arrays.stream(parameters.split(","))
                        .map(name -> "?" + name)
                        .toArray(String[]::new))
                .says(words);

        verifyNoInteractions(archive, restoreAssets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".x", ".-1", "." + Fixtures.GUID + ".1", "," + Fixtures.GUID})
    void aCursorThatSomebodyMadeUpIsNone(String rest) {
        found(new Guid(Fixtures.GUID));
        String own = gateway.get(FIND).isOk().json().path("nextCursor").asString();
        String parts = new String(Base64.getUrlDecoder().decode(own), StandardCharsets.UTF_8);
        String fingerprint = parts.substring(0, parts.indexOf("."));
        String madeUp = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((fingerprint + rest).getBytes(StandardCharsets.UTF_8));

        gateway.get(FIND + "?cursor=" + madeUp)
                .isProblem(400, "INVALID_REQUEST")
                .blames("?cursor")
                .says("not a cursor");
    }

    @Test
    void aSearchThatIsAwayIsSaidToBeAway() {
        when(archive.find(any(), any(), anyInt()))
                .thenThrow(new CatalogException(CatalogException.Trouble.UNAVAILABLE, "away", null, null));

        gateway.get(FIND).isProblem(503, "UPSTREAM_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "E185209B-4B08-4E2F-ACC7-35C47229F67F", "x", "%7Be185209b%7D", "%20"})
    void onlyGuidsAreInspected(String guid) {
        gateway.get(FIND + "/" + guid).isProblem(400, "INVALID_REQUEST").blames("?guid");

        verifyNoInteractions(archive, restoreAssets);
    }

    @Test
    void anInspectionSaysThatTheAssetCouldBeRestored() {
        RestorableAsset proof = mock();
        when(proof.stored()).thenReturn(Fixtures.stored());
        when(restoreAssets.inspect(new Guid(Fixtures.GUID)))
                .thenReturn(new Inspection(
                        Fixtures.stored(),
                        new Verification.Verified(
                                proof, List.of(Fixtures.ANOTHER), List.of(), List.of(Fixtures.ANY_WARNING))));

        JsonNode answer = gateway.get(FIND + "/" + Fixtures.GUID).isOk().json();

        assertThat(answer.path("restorable").asBoolean()).isTrue();
        assertThat(answer.path("status").asString()).isEqualTo("DELETED");
        assertThat(answer.path("archivedAt").asString()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(answer.path("identity").toString()).isEqualTo(Fixtures.connectionBody());
        assertThat(answer.path("problems")).isEmpty();
        assertThat(answer.path("warnings")).hasSize(1);
        assertThat(answer.path("alsoRestored")).hasSize(1);
    }

    @Test
    void anInspectionSaysWhyTheAssetWouldBeRefused() {
        Refusal twin = new Refusal(Refusal.Reason.LIVE_TWIN, "twin", List.of(), List.of(Fixtures.ANOTHER), null);
        when(restoreAssets.inspect(any()))
                .thenReturn(new Inspection(Fixtures.stored(), new Verification.Refused(twin)));

        JsonNode answer = gateway.get(FIND + "/" + Fixtures.GUID).isOk().json();

        assertThat(answer.path("restorable").asBoolean()).isFalse();
        assertThat(answer.path("problems").path(0).path("code").asString()).isEqualTo("LIVE_TWIN");
    }

    @Test
    void anInspectionOfAnActiveAssetSaysSo() {
        when(restoreAssets.inspect(any()))
                .thenReturn(new Inspection(Fixtures.stored(), new Verification.AlreadyActive(Fixtures.stored())));

        JsonNode answer = gateway.get(FIND + "/" + Fixtures.GUID).isOk().json();

        assertThat(answer.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(answer.path("restorable").asBoolean()).isFalse();
        assertThat(answer.has("archivedAt")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ASSET_NOT_FOUND, 404", "FORBIDDEN_BY_ATLAN, 403"})
    void anInspectionOfNothingIsAProblem(Refusal.Reason reason, int status) {
        when(restoreAssets.inspect(any()))
                .thenReturn(new Inspection(
                        null,
                        new Verification.Refused(
                                new Refusal(reason, "nothing", List.of(), List.of(), Fixtures.UPSTREAM))));

        Answer answer = gateway.get(FIND + "/" + Fixtures.GUID).isProblem(status, reason.name());

        assertThat(answer.json().path("guid").asString()).isEqualTo(Fixtures.GUID);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
