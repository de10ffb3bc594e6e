package io.restoregateway.jobs;

import io.restoregateway.restore.Guid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds items by what they name: by guid, or by type and qualifiedName, of which hashes are kept beside them. */
final class ItemKeys {

    private static final int PAGE = 5_000;

    private static final int PORTION = 1_000;

    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::kind).thenComparingLong(ItemKey::hash).thenComparingLong(ItemKey::position);

    private final JdbcTemplate batches;

    private final JdbcClient jdbc;

    ItemKeys(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** The hashes of these guids, as a parameter of {@link #items}. */
    static Long[] hashes(Collection<Guid> guids) {
        return guids.stream().map(ItemKey::hashOf).distinct().toArray(Long[]::new);
    }

    /**
     * What SQL selects from to have the items {@code i} of job {@code :job} with one of {@code :hashes}, and hardly ever
     * others. A list of values would do for PostgreSQL; H2 would look at every item of the job for it.
     */
    static String items(ItemKey.Kind kind) {
        return " from unnest(cast(:hashes as bigint array)) as asked(hash) join restore_job_item_key k"
                + " on k.job_id = :job and k.kind = " + kind.number() + " and k.hash = asked.hash"
                + " join restore_job_item i on i.job_id = k.job_id and i.position = k.position ";
    }

    /** Writes keys down, in their order: scattered ones would have nearly every page of the index written anew. */
    void insert(UUID job, Collection<ItemKey> keys) {
        List<ItemKey> sorted = new ArrayList<>(keys);
        sorted.sort(ORDER);
        for (int from = 0; from < sorted.size(); from += PORTION) {
            batches.batchUpdate(
                    "insert into restore_job_item_key (job_id, kind, hash, position) values (?, ?, ?, ?)",
                    sorted.subList(from, Math.min(sorted.size(), from + PORTION)),
                    PORTION,
                    (statement, key) -> {
                        statement.setObject(1, job);
                        statement.setInt(2, key.kind().number());
                        statement.setLong(3, key.hash());
                        statement.setLong(4, key.position());
                    });
        }
    }

    /** Has all keys seen that more than one item has, portion by portion, in their order. */
    void repeated(UUID job, ItemKey.Kind kind, Consumer<List<ItemKey>> visitor) {
        List<ItemKey> portion = new ArrayList<>();
        ItemKey last = null;
        boolean isToldOf = true;
        for (List<ItemKey> page = next(job, kind, null); !page.isEmpty(); page = next(job, kind, last)) {
            for (ItemKey key : page) {
                boolean repeats = last != null && last.hash() == key.hash();
                if (repeats && !isToldOf) {
                    portion.add(last);
                }
                if (repeats) {
                    portion.add(key);
                }
                isToldOf = repeats;
                last = key;
                if (portion.size() >= PORTION) {
                    visitor.accept(portion);
                    portion = new ArrayList<>();
                }
            }
        }
        if (!portion.isEmpty()) {
            visitor.accept(portion);
        }
    }

    private List<ItemKey> next(UUID job, ItemKey.Kind kind, @Nullable ItemKey after) {
        List<ItemKey> page = new ArrayList<>();
        if (after != null) {
            page.addAll(page(job, kind, "hash = ? and position > ?", after.hash(), after.position(), PAGE));
        }
        if (page.size() < PAGE) {
            page.addAll(page(
                    job,
                    kind,
                    after == null ? "hash >= ? and position >= ?" : "hash > ? and position >= ?",
                    after == null ? Long.MIN_VALUE : after.hash(),
                    0,
                    PAGE - page.size()));
        }
        return page;
    }

    private List<ItemKey> page(UUID job, ItemKey.Kind kind, String where, long hash, long position, int most) {
        return jdbc.sql("select hash, position from restore_job_item_key where job_id = ? and kind = ? and " + where
                        + " order by job_id, kind, hash, position fetch first " + most + " rows only")
                .params(job, kind.number(), hash, position)
                .query((row, number) -> new ItemKey(kind, row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Removes all keys of a job that had so many items, a portion at a time. */
    void remove(UUID job, long items) {
        long portions = 1 + items / (10L * PORTION);
        long width = Long.divideUnsigned(-1L, portions);
        for (ItemKey.Kind kind : ItemKey.Kind.values()) {
            long from = Long.MIN_VALUE;
            for (long portion = 1; portion < portions; portion++) {
                remove(job, kind, from, from + width);
                from += width + 1;
            }
            remove(job, kind, from, Long.MAX_VALUE);
        }
    }

    private void remove(UUID job, ItemKey.Kind kind, long from, long to) {
        jdbc.sql("delete from restore_job_item_key where job_id = ? and kind = ? and hash between ? and ?")
                .params(job, kind.number(), from, to)
                .update();
    }
}
