package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds rows that name an asset which an earlier row names too; each asset is restored once. */
final class Duplicates {

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final TransactionTemplate transactions;

    private final ItemKeys keys;

    private final Clock clock;

    Duplicates(Tables tables, Clock clock) {
        this.jdbc = tables.jdbc();
        this.batches = tables.batches();
        this.transactions = tables.transactions();
        this.keys = tables.keys();
        this.clock = clock;
    }

    /**
     * Marks every row that repeats an earlier one.
     *
     * @param sign is called now and then, as long as that takes
     * @return how many there are, and those that name an earlier row's guid with another type or qualifiedName
     */
    Found mark(UUID job, Runnable sign) {
        Marking marking = new Marking(job);
        keys.repeated(job, Kind.GUID, portion -> {
            marking.mark(portion);
            sign.run();
        });
        return marking.found;
    }

    private Map<Long, Claim> claims(UUID job, List<ItemKey> portion) {
        Map<Long, Claim> claims = new HashMap<>();
        jdbc.sql("select i.position, i.line, i.type_name, i.qualified_name, i.guid"
                        + " from unnest(cast(:positions as bigint array)) as asked(position)"
                        + " join restore_job_item i on i.job_id = :job and i.position = asked.position")
                .param("job", job)
                .param("positions", portion.stream().map(ItemKey::position).toArray(Long[]::new))
                .query(row -> {
                    claims.put(
                            row.getLong("position"),
                            new Claim(
                                    row.getLong("position"),
                                    row.getLong("line"),
                                    row.getString("type_name"),
                                    row.getString("qualified_name"),
                                    row.getString("guid")));
                });
        return claims;
    }

    /** One pass over the rows of a job whose guids other rows have too. */
    private final class Marking {

        private final UUID job;

        private final Found found = new Found();

        /** The first row of each guid with the hash at hand. */
        private final Map<String, Claim> originals = new HashMap<>();

        private long hash;

        private Marking(UUID job) {
            this.job = job;
        }

        private void mark(List<ItemKey> portion) {
            Map<Long, Claim> claims = claims(job, portion);
            List<Object[]> same = new ArrayList<>();
            List<Object[]> conflicting = new ArrayList<>();
            for (ItemKey key : portion) {
                if (key.hash() != hash) {
                    originals.clear();
                    hash = key.hash();
                }
                Claim claim = Objects.requireNonNull(claims.get(key.position()));
                Claim original = originals.putIfAbsent(claim.guid(), claim);
                if (original == null) {
                    continue;
                }
                if (claim.isLike(original)) {
                    same.add(new Object[] {original.position(), job, claim.position()});
                } else {
                    BadRow bad = claim.contradicting(original);
                    found.conflict(bad);
                    conflicting.add(new Object[] {bad.message(), Columns.at(clock.instant()), job, claim.position()});
                }
            }
            transactions.executeWithoutResult(status -> write(same, conflicting));
            found.duplicates += same.size();
        }

        private void write(List<Object[]> same, List<Object[]> conflicting) {
            batches.batchUpdate(
                    "update restore_job_item set duplicate_of = ?, stage = 2 where job_id = ? and position = ?", same);
            batches.batchUpdate(
                    "update restore_job_item set outcome = 'REFUSED', code = 'INVALID_REQUEST', message = ?, stage = 2,"
                            + " at = ? where job_id = ? and position = ?",
                    conflicting);
        }
    }

    private record Claim(long position, long line, String typeName, String qualifiedName, String guid) {

        boolean isLike(Claim other) {
            return typeName.equals(other.typeName) && qualifiedName.equals(other.qualifiedName);
        }

        BadRow contradicting(Claim first) {
            return new BadRow(
                    line,
                    "guid stands already at " + first.line + ", with another "
                            + (typeName.equals(first.typeName) ? "qualifiedName" : "typeName"));
        }
    }

    /** What was found. */
    static final class Found {

        private static final int MOST_TOLD = 1_000;

        private final List<BadRow> conflicts = new ArrayList<>();

        private long duplicates;

        private long conflicting;

        private void conflict(BadRow row) {
            conflicting++;
            if (conflicts.size() < MOST_TOLD) {
                conflicts.add(row);
            }
        }

        long duplicates() {
            return duplicates;
        }

        long conflicting() {
            return conflicting;
        }

        List<BadRow> conflicts() {
            return conflicts;
        }
    }
}
