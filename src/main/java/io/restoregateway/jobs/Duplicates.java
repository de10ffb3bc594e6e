package io.restoregateway.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds rows that name an asset which an earlier row names too; each asset is restored once. */
final class Duplicates {

    private static final int PORTION = 5_000;

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    Duplicates(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Marks every row that repeats an earlier one, whatever its order in the index.
     *
     * @return how many there are, and those that name an earlier row's guid with another type or qualifiedName
     */
    Found mark(UUID job) {
        Found found = new Found();
        Row last = null;
        Row original = null;
        for (List<Row> rows = next(job, null); !rows.isEmpty(); rows = next(job, last)) {
            Map<Long, Long> repeats = new LinkedHashMap<>();
            for (Row row : rows) {
                if (original != null && original.guid().equals(row.guid())) {
                    repeats.put(row.position(), original.position());
                } else {
                    original = row;
                }
                last = row;
            }
            mark(job, repeats, found);
        }
        return found;
    }

    private List<Row> next(UUID job, @Nullable Row after) {
        String where = after == null ? "" : " and guid >= :guid and (guid > :guid or position > :position)";
        return jdbc.sql("select guid, position from restore_job_item where job_id = :job and guid is not null" + where
                        + " order by guid, position fetch first " + PORTION + " rows only")
                .param("job", job)
                .param("guid", after == null ? "" : after.guid())
                .param("position", after == null ? 0 : after.position())
                .query((row, number) -> new Row(row.getString(1), row.getLong(2)))
                .list();
    }

    private void mark(UUID job, Map<Long, Long> repeats, Found found) {
        if (repeats.isEmpty()) {
            return;
        }
        List<Object[]> same = new ArrayList<>();
        List<Object[]> conflicting = new ArrayList<>();
        Map<Long, Claim> claims = claims(job, repeats);
        repeats.forEach((position, original) -> {
            Claim claim = Objects.requireNonNull(claims.get(position));
            Claim first = Objects.requireNonNull(claims.get(original));
            if (claim.isLike(first)) {
                same.add(new Object[] {original, job, position});
            } else {
                BadRow bad = claim.contradicting(first);
                found.conflict(bad);
                conflicting.add(new Object[] {bad.message(), job, position});
            }
        });
        batches.batchUpdate(
                "update restore_job_item set duplicate_of = ?, stage = 2, name_key = null"
                        + " where job_id = ? and position = ?",
                same);
        batches.batchUpdate(
                "update restore_job_item set outcome = 'REFUSED', code = 'INVALID_REQUEST', message = ?, stage = 2,"
                        + " name_key = null where job_id = ? and position = ?",
                conflicting);
        found.duplicates += same.size();
    }

    private Map<Long, Claim> claims(UUID job, Map<Long, Long> repeats) {
        List<Long> positions = new ArrayList<>(repeats.keySet());
        repeats.values().stream().distinct().forEach(positions::add);
        Map<Long, Claim> claims = new LinkedHashMap<>();
        for (int from = 0; from < positions.size(); from += 1_000) {
            jdbc.sql("select position, line, type_name, qualified_name from restore_job_item"
                            + " where job_id = :job and position in (:positions)")
                    .param("job", job)
                    .param("positions", positions.subList(from, Math.min(positions.size(), from + 1_000)))
                    .query(row -> {
                        claims.put(
                                row.getLong("position"),
                                new Claim(
                                        row.getLong("line"),
                                        row.getString("type_name"),
                                        row.getString("qualified_name")));
                    });
        }
        return claims;
    }

    private record Row(String guid, long position) {}

    private record Claim(long line, String typeName, String qualifiedName) {

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
