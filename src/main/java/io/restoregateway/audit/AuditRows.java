package io.restoregateway.audit;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the audit's rows: one for each asset of an origin. A job's asset keeps its row until it has a lasting outcome,
 * however often it is tried.
 */
@Component
final class AuditRows {

    private static final String INTENT = """
            insert into audit_event (asked_at, actor, request_id, job_id, action, type_name, qualified_name, guid,
                sent_at, sent_by, settled)
            values (:now, :actor, :request, :job, :action, :type, :name, :guid, :now, :run, false)""";

    /** Of an earlier write from this row that was not answered, nobody knows whether it had an effect. */
    private static final String INTENT_AGAIN = """
            update audit_event set
                acted = case when acted = true or (acted is null and sent_at is not null) then true
                    else cast(null as boolean) end,
                sent_at = :now, sent_by = :run,
                outcome = null, code = null, message = null, completed_at = null, settled = false
            where id = :id""";

    private static final String NOTE = """
            update audit_event set acted = case when :may then true else coalesce(acted, false) end,
                atlan_request_id = coalesce(:atlan, atlan_request_id)
            where completed_at is null and sent_by = :run and guid in (:guids) and\s""";

    private static final String COMPLETE = """
            update audit_event set outcome = :outcome, code = :code, message = :message, completed_at = :now,
                settled = false
            where id = :id""";

    private static final String RECORD = """
            insert into audit_event (asked_at, actor, request_id, job_id, action, type_name, qualified_name, guid,
                outcome, code, message, completed_at, settled)
            values (:now, :actor, :request, :job, :action, :type, :name, :guid, :outcome, :code, :message, :now, false)""";

    /** A glossary may bring thousands of terms along. */
    private static final int AT_ONCE = 500;

    private final NamedParameterJdbcTemplate jdbc;

    private final TransactionTemplate transaction;

    private final GatewayRun run;

    private final OutcomeMeters outcomes;

    AuditRows(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            GatewayRun run,
            OutcomeMeters outcomes) {
        this.jdbc = jdbc;
        this.run = run;
        this.outcomes = outcomes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Writes that these assets are about to be sent. */
    void open(Origin origin, List<AssetIdentity> assets, Instant now) {
        transaction.executeWithoutResult(_ -> {
            Map<String, KnownRow> known =
                    find(origin, assets.stream().map(AssetIdentity::guid).toList());
            List<MapSqlParameterSource> first = new ArrayList<>();
            List<MapSqlParameterSource> again = new ArrayList<>();
            for (AssetIdentity asset : assets) {
                MapSqlParameterSource row = RowValues.of(origin, now).addValue("run", run.id());
                KnownRow earlier = known.get(asset.guid().value());
                if (earlier != null && earlier.isOpenTo(origin, run)) {
                    again.add(row.addValue("id", earlier.id()));
                } else {
                    first.add(RowValues.add(row, asset.typeName(), asset.qualifiedName(), asset.guid()));
                }
            }
            write(INTENT_AGAIN, again);
            write(INTENT, first);
        });
    }

    /** Writes what is known of a write that was sent. */
    void note(Origin origin, List<AssetIdentity> assets, Journal.Reply reply) {
        transaction.executeWithoutResult(_ -> jdbc.update(
                NOTE + RowValues.sameOrigin(origin),
                RowValues.addAtlanRequestId(RowValues.of(origin), reply.requestId())
                        .addValue("run", run.id())
                        .addValue("may", reply.mayHaveActed())
                        .addValue(
                                "guids",
                                assets.stream()
                                        .map(asset -> asset.guid().value())
                                        .toList())));
    }

    /** Writes how it ended. */
    void complete(Origin origin, List<Journal.Entry> entries, Instant now) {
        transaction.executeWithoutResult(_ -> {
            Collection<Journal.Entry> each = eachOnce(entries);
            Map<String, KnownRow> known = find(
                    origin,
                    each.stream()
                            .map(Journal.Entry::guid)
                            .flatMap(guid -> Optional.ofNullable(guid).stream())
                            .toList());
            List<MapSqlParameterSource> open = new ArrayList<>();
            List<MapSqlParameterSource> others = new ArrayList<>();
            for (Journal.Entry entry : each) {
                KnownRow earlier =
                        entry.guid() == null ? null : known.get(entry.guid().value());
                Conclusion conclusion =
                        earlier == null ? entry.conclusion() : earlier.hindsight(entry.conclusion(), run);
                MapSqlParameterSource row = RowValues.add(RowValues.of(origin, now), conclusion);
                if (earlier != null && earlier.isOpenTo(origin, run)) {
                    count(origin, conclusion);
                    open.add(row.addValue("id", earlier.id()));
                } else if (earlier == null || !earlier.saysAsMuchAs(origin, conclusion)) {
                    count(origin, conclusion);
                    others.add(RowValues.add(row, entry.typeName(), entry.qualifiedName(), entry.guid()));
                }
            }
            write(COMPLETE, open);
            write(RECORD, others);
        });
    }

    private void count(Origin origin, Conclusion conclusion) {
        outcomes.count(origin.action(), conclusion.outcome(), origin.jobId() != null);
    }

    /** An asset may be told of as asked for and as brought back by another one. */
    private static Collection<Journal.Entry> eachOnce(List<Journal.Entry> entries) {
        Map<Object, Journal.Entry> each = new LinkedHashMap<>();
        for (Journal.Entry entry : entries) {
            Guid guid = entry.guid();
            each.merge(
                    guid == null ? entry : guid,
                    entry,
                    (first, second) -> first.conclusion().outcome() == Conclusion.Outcome.RESTORED ? first : second);
        }
        return each.values();
    }

    /** The latest row of each of these assets that this origin has written. */
    private Map<String, KnownRow> find(Origin origin, List<Guid> guids) {
        Map<String, KnownRow> known = new LinkedHashMap<>();
        for (int from = 0; from < guids.size(); from += AT_ONCE) {
            List<String> some = guids.subList(from, Math.min(from + AT_ONCE, guids.size())).stream()
                    .map(Guid::value)
                    .toList();
            jdbc.query(
                            KnownRow.QUERY + RowValues.sameOrigin(origin) + " order by id",
                            RowValues.of(origin).addValue("guids", some),
                            (row, _) -> KnownRow.of(row))
                    .forEach(row -> known.put(row.guid(), row));
        }
        return known;
    }

    private void write(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
        }
    }
}
