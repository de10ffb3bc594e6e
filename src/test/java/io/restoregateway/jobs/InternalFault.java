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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** A fault of the gateway itself, in the middle of the next batch of several assets: their write is done, and nobody has heard of it. */
final class InternalFault implements BeanPostProcessor {

    private final AtomicBoolean armed = new AtomicBoolean();

    private final Collection<Guid> struck = new ConcurrentLinkedQueue<>();

    void arm() {
        struck.clear();
        armed.set(true);
    }

    /** The assets that were written when it happened. */
    Collection<Guid> struck() {
        return struck;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("backgroundTenant") ? new FaultyTenant((Tenant) bean) : bean;
    }

    private final class FaultyTenant implements Tenant {

        private final Tenant tenant;

        private FaultyTenant(Tenant tenant) {
            this.tenant = tenant;
        }

        @Override
        public Catalog reserve(int calls) {
            return new FaultyCatalog(tenant.reserve(calls));
        }

        @Override
        public int callsPerMinute() {
            return tenant.callsPerMinute();
        }
    }

    private final class FaultyCatalog implements Catalog {

        private final Catalog catalog;

        private FaultyCatalog(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public RestoreAnswer restore(List<RestorableAsset> assets) {
            return struck(
                    catalog.restore(assets),
                    assets.stream().map(RestorableAsset::guid).toList());
        }

        @Override
        public RestoreAnswer archive(List<ArchivableAsset> assets) {
            return struck(
                    catalog.archive(assets),
                    assets.stream().map(ArchivableAsset::guid).toList());
        }

        private RestoreAnswer struck(RestoreAnswer answer, List<Guid> guids) {
            if (guids.size() > 1 && armed.compareAndSet(true, false)) {
                struck.addAll(guids);
                throw new IllegalStateException("any fault of the gateway itself");
            }
            return answer;
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
        public void secure(int calls) {
            catalog.secure(calls);
        }

        @Override
        public int spent() {
            return catalog.spent();
        }

        @Override
        public void close() {
            catalog.close();
        }
    }
}
