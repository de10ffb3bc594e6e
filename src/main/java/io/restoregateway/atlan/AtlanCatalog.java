package io.restoregateway.atlan;

import io.restoregateway.restore.ArchivableAsset;
import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.NamedEntry;
import io.restoregateway.restore.Namesake;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tenant's catalog over its REST API, for one request. */
record AtlanCatalog(AtlanCalls calls) implements Catalog {

    @Override
    public Map<Guid, CatalogEntry> find(Collection<Guid> guids, boolean relationships) {
        return store().find(guids, relationships);
    }

    @Override
    public NamedEntry findByName(TypeName typeName, QualifiedName qualifiedName) {
        return store().findByName(typeName, qualifiedName);
    }

    @Override
    public List<Namesake> findNamesakes(Set<QualifiedName> qualifiedNames) {
        return index().namesakes(qualifiedNames);
    }

    @Override
    public void secure(int number) {
        calls.secure(number);
    }

    @Override
    public RestoreAnswer restore(List<RestorableAsset> assets) {
        return new RestoreCall(calls).restore(assets);
    }

    @Override
    public RestoreAnswer archive(List<ArchivableAsset> assets) {
        return new ArchiveCall(calls).archive(assets);
    }

    @Override
    public int spent() {
        return calls.spent();
    }

    @Override
    public void close() {
        calls.close();
    }

    private StoreReads store() {
        return new StoreReads(calls, index());
    }

    private IndexSearch index() {
        return new IndexSearch(calls);
    }
}
