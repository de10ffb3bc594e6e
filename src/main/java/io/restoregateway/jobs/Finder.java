package io.restoregateway.jobs;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Selects the items of a job once, page by page, and writes down exactly what it finds: by a search, or in another job. */
final class Finder {

    private static final long MOST_ITEMS = 1_000_000;

    private final Archive archive;

    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    private final JobTable jobs;

    private final JobStates states;

    private final Rows rows;

    private final ItemKeys keys;

    private final Descents descents;

    private final Copies copies;

    private final UntriedItems untried;

    Finder(Archive archive, Tables tables, UntriedItems untried) {
        this.archive = archive;
        this.jdbc = tables.jdbc();
        this.transactions = tables.transactions();
        this.jobs = tables.jobs();
        this.states = tables.states();
        this.rows = tables.rows();
        this.keys = tables.keys();
        this.descents = new Descents(tables.jdbc());
        this.copies = new Copies(tables.jdbc());
        this.untried = untried;
    }

    /**
     * Takes the next page.
     *
     * @throws io.restoregateway.restore.CatalogException when the search is away
     */
    void step(JobWork job) {
        Selection selection = job.selection();
        if (selection == null) {
            take(job, () -> copy(job));
            return;
        }
        Place place = Place.parse(job.place());
        if (place.search() < 0) {
            ArchivePage page = archive.find(selection.selector(), place.after(), Archive.LARGEST_PAGE);
            take(job, () -> {
                write(job, page.items(), page.calls());
                advance(job, place, page, () -> {
                    if (selection.includeDescendants()) {
                        descents.plan(job.id(), selection.selector());
                    }
                });
            });
        } else {
            Descents.Descent descent = descents.get(job.id(), place.search());
            ArchivePage page = archive.findBeneath(
                    descent.container(), selection.selector().bounds(), place.after(), Archive.LARGEST_PAGE);
            take(job, () -> {
                write(
                        job,
                        descent.filtered() ? descents.beneathItems(job.id(), page.items()) : page.items(),
                        page.calls());
                advance(job, place, page, () -> {});
            });
        }
    }

    private void copy(JobWork job) {
        JobWork from = jobs.work(Objects.requireNonNull(job.copiesFrom())).orElse(null);
        if (from == null) {
            failForWantOfItems(job);
            return;
        }
        long after = job.place() == null ? -1 : Long.parseLong(job.place());
        Copies.Page page = copies.page(from, job, after, jobs.lockItems(job.id()));
        if (jobs.work(from.id()).isEmpty()) {
            failForWantOfItems(job);
            return;
        }
        insert(job.id(), page.rows());
        jobs.found(job.id(), page.rows().size(), 0);
        jobs.count(job.id(), Outcome.REFUSED, page.refused().size());
        untried.refused(job, page.refused());
        if (page.next() == null) {
            finish(job);
        } else {
            jobs.place(job.id(), String.valueOf(page.next()));
        }
    }

    /** A page that comes after another replica has gone on is of no use; items written then would never have an outcome. */
    private void take(JobWork job, Runnable page) {
        transactions.executeWithoutResult(status -> {
            if (isStill(job)) {
                page.run();
            }
        });
    }

    private boolean isStill(JobWork job) {
        return jdbc.sql("select place from restore_job where id = ? and phase = 'FIND' for update")
                .param(job.id())
                .query((row, number) -> Objects.equals(row.getString(1), job.place()))
                .optional()
                .orElse(false);
    }

    private void advance(JobWork job, Place place, ArchivePage page, Runnable atEnd) {
        if (jobs.lockItems(job.id()) > MOST_ITEMS) {
            fail(job, "TOO_MANY_ASSETS", "The selector finds more than 1,000,000 archived assets.");
            return;
        }
        if (page.next() != null) {
            jobs.place(job.id(), new Place(place.search(), page.next()).toString());
            return;
        }
        atEnd.run();
        int next = place.search() + 1;
        if (descents.has(job.id(), next)) {
            jobs.place(job.id(), new Place(next, null).toString());
        } else {
            finish(job);
        }
    }

    private void write(JobWork job, List<ArchivedAsset> assets, int calls) {
        long before = jobs.lockItems(job.id());
        int stage = job.options().isPreviewed() ? 0 : 1;
        List<Rows.Row> found = new ArrayList<>();
        for (ArchivedAsset asset : unknown(job.id(), assets)) {
            long position = before + found.size();
            JobRow.Claimed claim = new JobRow.Claimed(position, asset.identity());
            found.add(Rows.Row.selected(position, claim, asset.archivedAt(), stage));
        }
        insert(job.id(), found);
        jobs.found(job.id(), found.size(), calls);
    }

    private void insert(UUID job, List<Rows.Row> found) {
        rows.insert(job, found);
        keys.insert(job, found.stream().flatMap(Rows.Row::keys).toList());
    }

    private void finish(JobWork job) {
        long found = jobs.lockItems(job.id());
        if (found == 0) {
            fail(job, "NOTHING_FOUND", "The selector finds no archived asset.");
        } else {
            states.proceed(job.id(), Phase.FIND, Phase.CHECK);
        }
    }

    private void failForWantOfItems(JobWork job) {
        fail(job, "JOB_NOT_FOUND", "The job whose items it takes over was removed meanwhile.");
    }

    private void fail(JobWork job, String code, String message) {
        states.end(job.id(), JobState.FAILED, new RestoreJob.Reason(code, message));
    }

    /** What lies beneath a container, or was moved while it was paged through, may have been found before. */
    private List<ArchivedAsset> unknown(UUID job, List<ArchivedAsset> items) {
        if (items.isEmpty()) {
            return items;
        }
        List<Guid> guids = items.stream().map(item -> item.identity().guid()).toList();
        Set<String> known = new HashSet<>(jdbc.sql("select i.guid" + ItemKeys.items(Kind.GUID))
                .param("job", job)
                .param("hashes", ItemKeys.hashes(guids))
                .query(String.class)
                .list());
        return items.stream()
                .filter(item -> known.add(item.identity().guid().value()))
                .toList();
    }

    /**
     * How far a search has come.
     *
     * @param search the container beneath which it looks, by its number; -1 for the selector itself
     * @param after the last asset looked at
     */
    private record Place(int search, @Nullable Guid after) {

        static Place parse(@Nullable String text) {
            if (text == null) {
                return new Place(-1, null);
            }
            int cut = text.indexOf(' ');
            String after = text.substring(cut + 1);
            return new Place(Integer.parseInt(text.substring(0, cut)), after.isEmpty() ? null : new Guid(after));
        }

        @Override
        public String toString() {
            return search + " " + (after == null ? "" : after.value());
        }
    }
}
