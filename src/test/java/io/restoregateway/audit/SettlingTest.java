package io.restoregateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.Tenant;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class SettlingTest extends AuditTestCase {

    private static final Duration SETTLE_AFTER = Duration.ofMinutes(5);

    private static final UpstreamError WORD = new UpstreamError(404, "ATLAS-404-00-005", "gone", null, null);

    private final Tenant tenant = mock();

    private final Catalog catalog = mock();

    private final Map<Guid, CatalogEntry> store = new HashMap<>();

    private final List<Integer> reads = new ArrayList<>();

    @BeforeEach
    void theStoreTellsWhatItHolds() {
        when(tenant.reserve(anyInt())).thenReturn(catalog);
        when(catalog.find(any(), anyBoolean())).thenAnswer(call -> {
            Collection<Guid> guids = call.getArgument(0);
            reads.add(guids.size());
            return guids.stream()
                    .collect(Collectors.toMap(
                            guid -> guid, guid -> store.getOrDefault(guid, new CatalogEntry.Absent(guid, WORD))));
        });
    }

    /** The settling of a gateway that was started just now. */
    private Settling settling(OpenWork... work) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (int index = 0; index < work.length; index++) {
            beans.addBean("work" + index, work[index]);
        }
        ObjectProvider<OpenWork> provider = beans.getBeanProvider(OpenWork.class);
        return new Settling(
                new OpenIntents(
                        new NamedParameterJdbcTemplate(database.dataSource()), run(), new OutcomeMeters(meters)),
                tenant,
                provider,
                clock,
                new AuditProperties(SETTLE_AFTER, Duration.ofDays(365)));
    }

    private void settleLater(OpenWork... work) {
        pass(SETTLE_AFTER.plusSeconds(1));
        settling(work).settleAll();
    }

    private Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>();
        events().forEach(event -> outcomes.put(
                event.asset().guid(),
                event.conclusion() == null ? null : event.conclusion().outcome()));
        return outcomes;
    }

    private static StoredAsset stored(AssetIdentity asset) {
        return new StoredAsset(
                asset, "any", java.time.Instant.EPOCH, null, Map.of(), List.of(), false, false, Map.of());
    }

    private void holdsActive(AssetIdentity asset) {
        store.put(asset.guid(), new CatalogEntry.Active(stored(asset)));
    }

    private void holdsArchived(AssetIdentity asset) {
        store.put(asset.guid(), new CatalogEntry.Archived(stored(asset)));
    }

    @Test
    void theStoreSaysWhatBecameOfARestore() {
        trail().journal(BY_HAND).sending(List.of(asset(1), asset(2), asset(3), asset(4), asset(5)));
        holdsActive(asset(1));
        holdsArchived(asset(2));
        store.put(asset(4).guid(), new CatalogEntry.Withheld(asset(4).guid(), WORD));
        store.put(
                asset(5).guid(),
                new CatalogEntry.Active(
                        stored(new AssetIdentity(asset(5).typeName(), new QualifiedName("renamed"), asset(5).guid()))));

        settleLater();

        assertThat(outcomes())
                .containsOnly(
                        entry(asset(1).guid().value(), Outcome.RESTORED),
                        entry(asset(2).guid().value(), Outcome.UNCONFIRMED),
                        entry(asset(3).guid().value(), Outcome.UNCONFIRMED),
                        entry(asset(4).guid().value(), Outcome.UNCONFIRMED),
                        entry(asset(5).guid().value(), Outcome.UNCONFIRMED));
        assertThat(events())
                .allSatisfy(event -> assertThat(event.completedAt()).isEqualTo(now))
                .extracting(event -> event.conclusion().message())
                .containsExactly(
                        message("it is active, but has another type or qualifiedName now."),
                        message("the gateway's token may not read it."),
                        message("Atlan's store knows no such asset any more."),
                        message("it is still archived; Atlan may restore it late."),
                        message("it is active; somebody else may have restored it."));
        verify(catalog).close();
    }

    private static String message(String end) {
        return "Settled by a read after the gateway had stopped in the middle: " + end;
    }

    @Test
    void theStoreSaysWhatBecameOfAnUndo() {
        trail().journal(new Origin("jane", "request", JOB, Action.ARCHIVE)).sending(List.of(ORDERS, CUSTOMERS));
        holdsArchived(ORDERS);
        holdsActive(CUSTOMERS);

        settleLater();

        assertThat(outcomes())
                .containsOnly(
                        entry(ORDERS.guid().value(), Outcome.ARCHIVED),
                        entry(CUSTOMERS.guid().value(), Outcome.UNCONFIRMED));
    }

    @Test
    void whatIsUnderWayIsLeftAlone() {
        AuditRows rows = rows(run());
        new AuditTrail(rows, clock).journal(BY_HAND).sending(List.of(ORDERS));
        pass(SETTLE_AFTER);
        GatewayRun sender = run();
        new AuditTrail(rows(sender), clock).journal(BY_HAND).sending(List.of(ORDERS));
        pass(SETTLE_AFTER);

        new Settling(
                        new OpenIntents(
                                new NamedParameterJdbcTemplate(database.dataSource()),
                                sender,
                                new OutcomeMeters(meters)),
                        tenant,
                        new StaticListableBeanFactory().getBeanProvider(OpenWork.class),
                        clock,
                        new AuditProperties(SETTLE_AFTER, Duration.ofDays(365)))
                .settleAll();

        assertThat(onlyEvent().conclusion()).isNull();
        verifyNoInteractions(catalog);
    }

    @Test
    void whatAnEarlierRunLeftIsSettledAtOnceOnlyWhereNoOtherReplicaCanBe() {
        trail().journal(BY_HAND).sending(List.of(ORDERS));
        holdsActive(ORDERS);

        settling().settleAll();

        assertThat(onlyEvent().conclusion() != null).isEqualTo(kind == TestDatabases.H2);
    }

    @Test
    void aJobThatGoesOnFindsOutForItself() {
        trail().journal(BY_JOB).sending(List.of(ORDERS));
        trail().journal(new Origin("jane", "request", new UUID(1, 1), Action.RESTORE))
                .sending(List.of(CUSTOMERS));
        holdsActive(ORDERS);
        holdsActive(CUSTOMERS);

        settleLater(JOB::equals);

        assertThat(outcomes())
                .containsEntry(ORDERS.guid().value(), null)
                .containsEntry(CUSTOMERS.guid().value(), Outcome.RESTORED);
    }

    @Test
    void aHundredAreReadByOneCall() {
        List<AssetIdentity> many =
                IntStream.range(0, 250).mapToObj(AuditTestCase::asset).toList();
        trail().journal(BY_JOB).sending(many);
        many.forEach(this::holdsActive);

        settleLater();

        assertThat(reads).containsExactly(100, 100, 50);
        assertThat(events())
                .hasSize(250)
                .allSatisfy(event -> assertThat(event.conclusion().outcome()).isEqualTo(Outcome.RESTORED));
    }

    @Test
    void whatAtlanRefusedNeedsNoRead() {
        Journal journal = trail().journal(BY_HAND);
        journal.sending(List.of(ORDERS));
        journal.answered(List.of(ORDERS), TURNED_AWAY);

        settleLater();

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.FAILED);
        verifyNoInteractions(catalog);
    }

    @Test
    void aRefusalSaysNothingOfAnEarlierWriteThatWasNotAnswered() {
        trail().journal(BY_JOB).sending(List.of(ORDERS));
        Journal again = trail().journal(BY_JOB);
        again.sending(List.of(ORDERS));
        again.answered(List.of(ORDERS), TURNED_AWAY);
        holdsActive(ORDERS);

        settleLater();

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.RESTORED);
    }

    @Test
    void aWriteAfterARefusalIsNotHeardOfAgain() {
        Journal journal = trail().journal(BY_HAND);
        journal.sending(List.of(ORDERS));
        journal.answered(List.of(ORDERS), TURNED_AWAY);
        journal.sending(List.of(ORDERS));
        holdsActive(ORDERS);

        settleLater();

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.RESTORED);
    }

    @Test
    void whileAtlanIsAwayItStaysOpen() {
        trail().journal(BY_HAND).sending(List.of(ORDERS));
        holdsActive(ORDERS);
        when(tenant.reserve(anyInt()))
                .thenThrow(new CatalogException(CatalogException.Trouble.UNAVAILABLE, "away", null, null))
                .thenReturn(catalog);

        settleLater();
        assertThat(onlyEvent().conclusion()).isNull();
        settling().settleAll();

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.RESTORED);
    }

    @Test
    void whoSentItKnowsBetterThanTheRead() {
        Journal slow = trail().journal(BY_HAND);
        slow.sending(List.of(ORDERS));
        holdsArchived(ORDERS);
        settleLater();

        slow.concluded(List.of(ended(ORDERS, Outcome.RESTORED)));

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(onlyEvent().conclusion().message()).isNull();
    }
}
