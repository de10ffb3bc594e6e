package io.restoregateway.jobs;

import io.restoregateway.restore.ArchivableAsset;
import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.NamedEntry;
import io.restoregateway.restore.Namesake;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.Tenant;
import io.restoregateway.restore.TypeName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The tenant as one batch sees it: counts calls, and how long the slowest write and the wait for the budget took. */
final class MeteredTenant implements Tenant {

    private final Tenant tenant;

    private final InstantSource clock;

    private int calls;

    private Duration slowest = Duration.ZERO;

    private Duration waited = Duration.ZERO;

    MeteredTenant(Tenant tenant, InstantSource clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    public Catalog reserve(int number) {
        Instant before = clock.instant();
        try {
            return new Metered(tenant.reserve(number));
        } finally {
            waited = waited.plus(Duration.between(before, clock.instant()));
        }
    }

    @Override
    public int callsPerMinute() {
        return tenant.callsPerMinute();
    }

    int calls() {
        return calls;
    }

    /** @param interrupted whether the tenant, or the job, held the batch up */
    Pace pace(boolean interrupted) {
        Pace pace = Pace.after(slowest, waited);
        return interrupted && pace != Pace.SLOWER ? Pace.HELD : pace;
    }

    private final class Metered implements Catalog {

        private final Catalog catalog;

        private Metered(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public Map<Guid, CatalogEntry> find(Collection<Guid> guids, boolean relationships) {
            return catalog.find(guids, relationships);
        }

        @Override
        public NamedEntry findByName(TypeName typeName, QualifiedName qualifiedName) {
            return catalog.findByName(typeName, qualifiedName);
        }

        @Override
        public List<Namesake> findNamesakes(Set<QualifiedName> qualifiedNames) {
            return catalog.findNamesakes(qualifiedNames);
        }

        @Override
        public void secure(int number) {
            catalog.secure(number);
        }

        @Override
        public RestoreAnswer restore(List<RestorableAsset> assets) {
            return timed(() -> catalog.restore(assets));
        }

        @Override
        public RestoreAnswer archive(List<ArchivableAsset> assets) {
            return timed(() -> catalog.archive(assets));
        }

        private RestoreAnswer timed(Supplier<RestoreAnswer> write) {
            Instant before = clock.instant();
            RestoreAnswer answer = write.get();
            Duration took = Duration.between(before, clock.instant());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            return answer;
        }

        @Override
        public int spent() {
            return catalog.spent();
        }

        @Override
        public void close() {
            calls += catalog.spent();
            catalog.close();
        }
    }
}
