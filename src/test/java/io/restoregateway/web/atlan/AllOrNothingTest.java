package io.restoregateway.web.atlan;

import static io.restoregateway.web.atlan.AtlanClient.restoring;
import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Failure;
import io.restoregateway.restore.Failure.Kind;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.StoredAsset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Several entities in one call, and what Atlan may make of it. */
@GuardedCallTest
class AllOrNothingTest {

    @Autowired
    private AtlanClient client;

    @Autowired
    private TenantInMemory tenant;

    private StoredAsset first;

    private StoredAsset second;

    @BeforeEach
    void twoTablesAreArchived() {
        tenant.reset();
        first = tenant.archived(Assets.table("FIRST"));
        second = tenant.archived(Assets.table("SECOND"));
    }

    @Test
    void fiftyAreRestoredByOneWriteAndListedAsAskedFor() {
        StoredAsset[] tables = IntStream.range(0, 50)
                .mapToObj(index -> tenant.archived(Assets.table("T" + (49 - index))))
                .toArray(StoredAsset[]::new);

        client.post(restoring(tables)).restored(tables);

        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void parentsGoFirstButTheAnswerKeepsTheOrderOfTheRequest() {
        StoredAsset schema = tenant.archived(Assets.any("Schema", "default/snowflake/1700000000/DB/SCHEMA", "SCHEMA"));

        client.post(restoring(first, schema)).restored(first, schema);

        assertThat(tenant.writes().getFirst().getFirst().guid()).isEqualTo(schema.guid());
    }

    @Test
    void whatWasActiveBeforeIsNotListed() {
        tenant.active(first);

        client.post(restoring(first, second)).restored(second);
    }

    @Test
    void neighboursAndCreatedAssetsAreNeverListed() {
        StoredAsset neighbour = Assets.any("Schema", "default/snowflake/1700000000/DB/SCHEMA", "SCHEMA");
        tenant.answers(sent -> {
            var done = (RestoreAnswer.Committed) tenant.commit(sent);
            return new RestoreAnswer.Committed(
                    List.of(TenantInMemory.header(neighbour), done.updated().getFirst()),
                    List.of(),
                    List.of(),
                    Map.of(),
                    null);
        });

        client.post(restoring(first)).restored(first);
    }

    @ParameterizedTest
    @CsvSource({
        "ASSET_NOT_FOUND, 404, ATLAS-404-00-00A",
        "FORBIDDEN_BY_ATLAN, 403, GATEWAY-FORBIDDEN_BY_ATLAN",
        "NOT_RESTORABLE, 422, GATEWAY-NOT_RESTORABLE",
        "CONNECTION_WITHOUT_ADMIN, 422, GATEWAY-CONNECTION_WITHOUT_ADMIN",
        "UPSTREAM_UNAUTHENTICATED, 502, GATEWAY-UPSTREAM_UNAUTHENTICATED",
        "UPSTREAM_ERROR, 502, GATEWAY-UPSTREAM_ERROR",
    })
    void whatAtlanRefusesIsToldAboutTheEntityToBlame(Kind kind, int status, String errorCode) {
        tenant.answers(sent -> new RestoreAnswer.Rejected(
                new Failure(kind, "Atlan refused it.", TenantInMemory.error(400, "ATLAS-400-00-000")), second.guid()));

        AtlanAnswer answer = client.post(restoring(first, second))
                .isError(status, errorCode)
                .says("Atlan refused it.", "Atlan says: ATLAS-400-00-000 any words of Atlan");

        assertThat(tenant.writes()).hasSize(1);
        if (kind != Kind.UPSTREAM_UNAUTHENTICATED) {
            answer.about(second);
        }
    }

    @Test
    void anAlarmIsToldWithTheValuesBefore() {
        tenant.answers(sent -> new RestoreAnswer.Committed(
                List.of(), List.of(TenantInMemory.header(Assets.table("STRANGER"))), List.of(), Map.of(), null));

        AtlanAnswer answer = client.post(restoring(first))
                .isError(502, "GATEWAY-UNEXPECTED_CHANGE")
                .about(first)
                .says("created");

        assertThat(answer.json().at("/change/before/attributes/name").asString())
                .isEqualTo("FIRST");
        assertThat(answer.json().at("/change/strangers/0/name").asString()).isEqualTo("STRANGER");
    }

    @Test
    void anAlarmMattersMoreThanAnEarlierEntity() {
        tenant.answers(sent -> {
            tenant.archived(first);
            return new RestoreAnswer.Committed(
                    List.of(), List.of(), List.of(), Map.of(second.guid(), Assets.guid("another")), null);
        });

        client.post(restoring(first, second))
                .isError(502, "GATEWAY-UNEXPECTED_CHANGE")
                .about(second)
                .says("1 more", first.guid().value());
    }

    @Test
    void whatStaysUnknownIsUnconfirmed() {
        tenant.answers(sent -> new RestoreAnswer.Unanswered("Atlan did not answer within 30 s.", false, null));

        client.post(restoring(first))
                .isError(504, "GATEWAY-UNCONFIRMED")
                .about(first)
                .says("did not answer");
    }

    @Test
    void saysWhatWasRestoredNevertheless() {
        tenant.answers(sent -> {
            tenant.active(Assets.afterRestore(sent.getFirst()));
            return new RestoreAnswer.Unanswered("Atlan did not answer within 30 s.", false, null);
        });

        client.post(restoring(first, second))
                .isError(504, "GATEWAY-UNCONFIRMED")
                .about(second)
                .says("1 other");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, 503, GATEWAY-UPSTREAM_UNAVAILABLE, 17",
        "BUDGET_EXHAUSTED, 429, GATEWAY-BUDGET_EXHAUSTED, 17",
        "UNAUTHENTICATED, 502, GATEWAY-UPSTREAM_UNAUTHENTICATED,",
        "ERROR, 502, GATEWAY-UPSTREAM_ERROR,",
    })
    void whenAtlanCannotBeAskedNothingIsSent(Trouble trouble, int status, String errorCode, String retryAfter) {
        tenant.isIn(
                new CatalogException(trouble, "Not now.", retryAfter == null ? null : Duration.ofSeconds(17), null));

        AtlanAnswer answer =
                client.post(restoring(first)).isError(status, errorCode).says("Not now.");

        assertThat(answer.retryAfter()).isEqualTo(retryAfter);
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void whenTheWriteNeverLeftItIsUnavailable() {
        tenant.answers(sent -> new RestoreAnswer.NeverSent(
                new CatalogException(Trouble.UNAVAILABLE, "Atlan is in maintenance.", null, null)));

        AtlanAnswer answer = client.post(restoring(first)).isError(503, "GATEWAY-UPSTREAM_UNAVAILABLE");

        assertThat(answer.retryAfter()).isNotBlank();
    }
}
