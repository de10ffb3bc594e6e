package io.restoregateway.web.atlan;

import io.restoregateway.restore.ArchivableAsset;
import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.NamedEntry;
import io.restoregateway.restore.Namesake;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAnswer.Header;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.Tenant;
import io.restoregateway.restore.TypeName;
import io.restoregateway.restore.UpstreamError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A tenant that restores what it is sent, and can be told to answer otherwise. */
@Primary
@TestComponent
final class TenantInMemory implements Tenant, Catalog {

    private final Map<Guid, CatalogEntry> store = new LinkedHashMap<>();

    private final List<List<RestorableAsset>> writes = new ArrayList<>();

    private Function<List<RestorableAsset>, RestoreAnswer> answer = this::commit;

    private CatalogException trouble;

    private int requests;

    void reset() {
        store.clear();
        writes.clear();
        answer = this::commit;
        trouble = null;
        requests = 0;
    }

    StoredAsset archived(StoredAsset asset) {
        store.put(asset.guid(), new CatalogEntry.Archived(asset));
        return asset;
    }

    StoredAsset active(StoredAsset asset) {
        store.put(asset.guid(), new CatalogEntry.Active(asset));
        return asset;
    }

    void withheld(Guid guid) {
        store.put(guid, new CatalogEntry.Withheld(guid, error(403, "ATLAS-403-00-001")));
    }

    void isIn(CatalogException problem) {
        trouble = problem;
    }

    void answers(Function<List<RestorableAsset>, RestoreAnswer> other) {
        answer = other;
    }

    List<List<RestorableAsset>> writes() {
        return writes;
    }

    int requests() {
        return requests;
    }

    @Override
    public Catalog reserve(int calls) {
        requests++;
        if (trouble != null) {
            throw trouble;
        }
        return this;
    }

    @Override
    public Map<Guid, CatalogEntry> find(Collection<Guid> guids, boolean relationships) {
        Map<Guid, CatalogEntry> found = new LinkedHashMap<>();
        guids.forEach(guid -> found.put(
                guid, store.getOrDefault(guid, new CatalogEntry.Absent(guid, error(404, "ATLAS-404-00-005")))));
        return found;
    }

    @Override
    public NamedEntry findByName(TypeName typeName, QualifiedName qualifiedName) {
        throw new AssertionError("The guarded call never looks for a name");
    }

    @Override
    public List<Namesake> findNamesakes(Set<QualifiedName> names) {
        return store.values().stream()
                .flatMap(entry -> switch (entry) {
                    case CatalogEntry.Active(StoredAsset asset) -> Stream.of(namesake(asset, true));
                    case CatalogEntry.Archived(StoredAsset asset) -> Stream.of(namesake(asset, false));
                    case CatalogEntry.Absent _, CatalogEntry.Withheld _ -> Stream.<Namesake>empty();
                })
                .filter(namesake -> names.contains(namesake.identity().qualifiedName()))
                .toList();
    }

    @Override
    public void secure(int number) {}

    @Override
    public RestoreAnswer restore(List<RestorableAsset> assets) {
        writes.add(List.copyOf(assets));
        return answer.apply(assets);
    }

    @Override
    public RestoreAnswer archive(List<ArchivableAsset> assets) {
        throw new UnsupportedOperationException("The guarded call archives nothing");
    }

    @Override
    public int callsPerMinute() {
        return 300;
    }

    @Override
    public int spent() {
        return 0;
    }

    @Override
    public void close() {}

    RestoreAnswer commit(List<RestorableAsset> assets) {
        List<Header> before = new ArrayList<>();
        for (RestorableAsset sent : assets) {
            before.add(header(sent.stored()));
            active(Assets.afterRestore(sent));
        }
        return new RestoreAnswer.Committed(before, List.of(), List.of(), Map.of(), null);
    }

    static Header header(StoredAsset asset) {
        return new Header(
                asset.guid(),
                asset.typeName().value(),
                asset.identity().qualifiedName().value(),
                asset.name(),
                asset.updatedAt(),
                2);
    }

    static UpstreamError error(int status, String code) {
        return new UpstreamError(status, code, "any words of Atlan", null, "any-request-id");
    }

    private static Namesake namesake(StoredAsset asset, boolean active) {
        return new Namesake(asset.identity(), String.valueOf(asset.name()), active);
    }
}
