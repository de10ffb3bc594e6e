package io.restoregateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class AuditTrailTest extends AuditTestCase {

    @RegisterExtension
    final HeardLogger heard = new HeardLogger(RecordingJournal.class);

    @Test
    void anIntentStandsBeforeTheWriteAndIsCompletedAfterIt() {
        Journal journal = trail().journal(BY_HAND);
        var asked = now;

        assertThat(journal.sending(List.of(ORDERS))).isEmpty();
        AuditEvent intent = onlyEvent();
        pass(Duration.ofSeconds(2));
        journal.answered(List.of(ORDERS), APPLIED);
        journal.concluded(List.of(ended(ORDERS, Outcome.RESTORED)));

        assertThat(intent.conclusion()).isNull();
        assertThat(intent.completedAt()).isNull();
        assertThat(onlyEvent())
                .isEqualTo(new AuditEvent(
                        intent.id(),
                        asked,
                        BY_HAND,
                        new AuditEvent.Subject(
                                "Table",
                                ORDERS.qualifiedName().value(),
                                ORDERS.guid().value()),
                        new Conclusion(Outcome.RESTORED, null, null),
                        now,
                        "atlan-1"));
    }

    @Test
    void whatWasNeverSentIsRecordedWithItsReason() {
        Conclusion twin = new Conclusion(Outcome.REFUSED, "LIVE_TWIN", "It has a twin.");
        Conclusion nobody = new Conclusion(Outcome.NOT_FOUND, "ASSET_NOT_FOUND", "Nobody has that name.");

        trail().journal(BY_HAND)
                .concluded(List.of(
                        Journal.Entry.of(ORDERS, twin),
                        new Journal.Entry(new TypeName("View"), new QualifiedName("a/b"), null, nobody),
                        new Journal.Entry(new TypeName("AtlasGlossaryTerm"), null, CUSTOMERS.guid(), ended())));

        assertThat(events()).extracting(AuditEvent::conclusion).containsExactly(ended(), nobody, twin);
        assertThat(events())
                .extracting(AuditEvent::asset)
                .containsExactly(
                        new AuditEvent.Subject(
                                "AtlasGlossaryTerm", null, CUSTOMERS.guid().value()),
                        new AuditEvent.Subject("View", "a/b", null),
                        new AuditEvent.Subject(
                                "Table",
                                ORDERS.qualifiedName().value(),
                                ORDERS.guid().value()));
        assertThat(events()).allSatisfy(event -> assertThat(event.completedAt()).isEqualTo(now));
    }

    private static Conclusion ended() {
        return new Conclusion(Outcome.RESTORED, null, "It came back with another one.");
    }

    @Test
    void aResendKeepsToTheOneRowOfItsRequest() {
        Journal journal = trail().journal(BY_HAND);

        journal.sending(List.of(ORDERS, CUSTOMERS));
        journal.answered(List.of(ORDERS, CUSTOMERS), TURNED_AWAY);
        journal.sending(List.of(ORDERS));
        journal.answered(List.of(ORDERS), APPLIED);
        journal.concluded(List.of(ended(ORDERS, Outcome.RESTORED), ended(CUSTOMERS, Outcome.FAILED)));

        assertThat(events().stream()
                        .collect(Collectors.toMap(event -> event.asset().guid(), AuditEvent::atlanRequestId)))
                .containsOnly(
                        entry(ORDERS.guid().value(), "atlan-1"),
                        entry(CUSTOMERS.guid().value(), "atlan-0"));
    }

    @Test
    void anotherRequestHasAnEventOfItsOwn() {
        trail().journal(BY_HAND).concluded(List.of(ended(ORDERS, Outcome.RESTORED)));
        trail().journal(BY_HAND).concluded(List.of(ended(ORDERS, Outcome.ALREADY_ACTIVE)));
        trail().journal(BY_JOB).concluded(List.of(ended(ORDERS, Outcome.ALREADY_ACTIVE)));

        assertThat(events())
                .extracting(event -> event.conclusion().outcome())
                .containsExactly(Outcome.ALREADY_ACTIVE, Outcome.ALREADY_ACTIVE, Outcome.RESTORED);
    }

    @Test
    void aJobThatTriesAgainAfterARestartKeepsToItsRow() {
        Journal before = trail().journal(BY_JOB);
        before.sending(List.of(ORDERS, CUSTOMERS));
        before.concluded(List.of(ended(CUSTOMERS, Outcome.RESTORED)));

        Journal after = trail().journal(new Origin("jane", "another-request", JOB, Action.RESTORE));
        after.sending(List.of(ORDERS));
        after.answered(List.of(ORDERS), APPLIED);
        after.concluded(List.of(ended(ORDERS, Outcome.RESTORED), ended(CUSTOMERS, Outcome.ALREADY_ACTIVE)));

        assertThat(events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.conclusion().outcome()).isEqualTo(Outcome.RESTORED));
    }

    @Test
    void whatAJobPutOffIsOneEventHoweverOftenItIsTried() {
        for (int attempt = 0; attempt < 3; attempt++) {
            trail().journal(BY_JOB).concluded(List.of(ended(ORDERS, Outcome.NOT_ATTEMPTED)));
        }
        Journal journal = trail().journal(BY_JOB);
        journal.sending(List.of(ORDERS));
        assertThat(onlyEvent().conclusion()).isNull();
        journal.concluded(List.of(ended(ORDERS, Outcome.RESTORED)));

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.RESTORED);
    }

    @Test
    void anUndoIsRecordedAsSuch() {
        Journal journal = trail().journal(new Origin("jane", "request-3", JOB, Action.ARCHIVE));

        journal.sending(List.of(ORDERS));
        journal.concluded(List.of(ended(ORDERS, Outcome.ARCHIVED)));

        assertThat(onlyEvent().origin().action()).isEqualTo(Action.ARCHIVE);
        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.ARCHIVED);
    }

    @Test
    void theWordOnAnAssetThatAnEarlierRunMayHaveRestoredSaysSo() {
        trail().journal(BY_JOB).sending(List.of(ORDERS));

        trail().journal(BY_JOB).concluded(List.of(ended(ORDERS, Outcome.ALREADY_ACTIVE)));

        assertThat(onlyEvent().conclusion().message()).contains("before the gateway stopped in the middle");
    }

    @Test
    void anIntentIsTakenBackWithItsCallersTransactionWithoutWhichNothingIsSent() {
        new TransactionTemplate(database.transactions()).executeWithoutResult(transaction -> {
            trail().journal(BY_HAND).sending(List.of(ORDERS));
            transaction.setRollbackOnly();
        });

        assertThat(events()).isEmpty();
    }

    @Test
    void anAssetThatAlsoCameWithAnotherIsOneEvent() {
        trail().journal(BY_HAND)
                .concluded(List.of(ended(ORDERS, Outcome.RESTORED), ended(ORDERS, Outcome.ALREADY_ACTIVE)));

        assertThat(onlyEvent().conclusion().outcome()).isEqualTo(Outcome.RESTORED);
    }

    @Test
    void aGlossaryMayBringThousandsOfTerms() {
        List<AssetIdentity> many =
                IntStream.range(0, 1_200).mapToObj(AuditTestCase::asset).toList();
        Journal journal = trail().journal(BY_JOB);

        journal.sending(many.subList(0, 50));
        journal.concluded(
                many.stream().map(asset -> ended(asset, Outcome.RESTORED)).toList());
        journal.concluded(
                many.stream().map(asset -> ended(asset, Outcome.ALREADY_ACTIVE)).toList());

        assertThat(database.jdbc()
                        .sql("select count(*) from audit_event where outcome = 'RESTORED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_200);
    }

    @Test
    void textThatNoDatabaseTakesIsRecordedAllTheSame() {
        String odd = "NUL \0, half a pair \uD83D, whole \uD83D\uDE00 " + "ü".repeat(3_000);
        Journal journal = trail().journal(new Origin(odd, odd, null, Action.RESTORE));

        journal.sending(List.of(ORDERS));
        journal.answered(List.of(ORDERS), new Journal.Reply(true, odd));
        journal.concluded(List.of(Journal.Entry.of(ORDERS, new Conclusion(Outcome.FAILED, "X", odd))));

        assertThat(onlyEvent().conclusion().message())
                .startsWith("NUL \uFFFD, half a pair \uFFFD, whole \uD83D\uDE00 üü")
                .hasSize(2_000);
        assertThat(onlyEvent().origin().actor()).startsWith("NUL \uFFFD").hasSize(200);
        assertThat(onlyEvent().atlanRequestId()).hasSize(200);
    }

    @Test
    void theLongestNameFits() {
        AssetIdentity asset =
                new AssetIdentity(ORDERS.typeName(), new QualifiedName("\uD83D\uDE00".repeat(10_000)), ORDERS.guid());

        trail().journal(BY_HAND).sending(List.of(asset));

        assertThat(onlyEvent().asset().qualifiedName())
                .isEqualTo(asset.qualifiedName().value());
    }

    @Test
    void whatCannotBeRecordedMustNotBeSent() {
        Journal journal = trail().journal(BY_HAND);
        database.jdbc().sql("drop table audit_event").update();

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> journal.sending(List.of(ORDERS)))
                .satisfies(unsent -> assertThat(unsent.trouble()).isEqualTo(CatalogException.Trouble.UNRECORDED))
                .withMessageContaining("audit cannot be written");
    }

    @Test
    void whatIsOverIsLoggedWithItsFactsWhenItCannotBeRecorded(CapturedOutput log) {
        Journal journal = trail().journal(new Origin("jane\nERROR forged", "request-1", null, Action.RESTORE));
        database.jdbc().sql("drop table audit_event").update();

        assertThatCode(() -> {
                    journal.answered(List.of(ORDERS), APPLIED);
                    journal.concluded(List.of(ended(ORDERS, Outcome.RESTORED)));
                })
                .doesNotThrowAnyException();

        assertThat(log.getOut().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("ERROR", "Not in the audit", "jane", "request-1", "RESTORED")
                        .contains(ORDERS.guid().value()))
                .noneMatch(line -> line.startsWith("ERROR forged"));
    }
}
