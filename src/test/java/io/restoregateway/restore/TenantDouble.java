package io.restoregateway.restore;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A tenant in memory that restores what it is sent, and can be told to answer otherwise. */
final class TenantDouble implements Tenant, Catalog {

    private final TickingClock clock;

    private final Map<Guid, CatalogEntry> store = new LinkedHashMap<>();

    private final Set<Guid> hiddenFromSearch = new HashSet<>();

    private final Deque<Function<List<RestorableAsset>, RestoreAnswer>> answers = new ArrayDeque<>();

    private final Deque<Function<List<ArchivableAsset>, RestoreAnswer>> archiveAnswers = new ArrayDeque<>();

    private final List<List<Guid>> archivings = new ArrayList<>();

    private final Deque<Supplier<RuntimeException>> readTroubles = new ArrayDeque<>();

    private final List<String> calls = new ArrayList<>();

    private final List<List<RestorableAsset>> writes = new ArrayList<>();

    private Supplier<RuntimeException> searchTrouble;

    private Duration searchTime = Duration.ZERO;

    private int reads;

    private int readsUntilChange = -1;

    private Runnable change;

    private int reserved;

    private boolean spent;

    TenantDouble(TickingClock clock) {
        this.clock = clock;
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

    void gone(Guid guid) {
        store.remove(guid);
    }

    void hideFromSearch(Guid guid) {
        hiddenFromSearch.add(guid);
    }

    void searchIsAway() {
        searchTrouble = () -> new CatalogException(CatalogException.Trouble.UNAVAILABLE, "away", null, null);
    }

    void searchTakes(Duration time) {
        searchTime = time;
    }

    void isSpentByVerifying() {
        spent = true;
    }

    void failNextRead(CatalogException.Trouble trouble) {
        readTroubles.add(() -> new CatalogException(trouble, "away", null, null));
    }

    /** Answers the next write in this way instead of restoring. */
    void answer(Function<List<RestorableAsset>, RestoreAnswer> answer) {
        answers.add(answer);
    }

    /** Answers the next archiving in this way instead of archiving. */
    void answerArchiving(Function<List<ArchivableAsset>, RestoreAnswer> answer) {
        archiveAnswers.add(answer);
    }

    List<List<Guid>> archivings() {
        return archivings;
    }

    /** Changes something just before that many-th read from now. */
    void beforeRead(int number, Runnable what) {
        readsUntilChange = reads + number;
        change = what;
    }

    List<List<RestorableAsset>> writes() {
        return writes;
    }

    List<String> calls() {
        return calls;
    }

    int reserved() {
        return reserved;
    }

    boolean isActive(Guid guid) {
        return store.get(guid) instanceof CatalogEntry.Active;
    }

    @Override
    public Catalog reserve(int number) {
        reserved = number;
        return this;
    }

    @Override
    public Map<Guid, CatalogEntry> find(Collection<Guid> guids, boolean relationships) {
        calls.add("read");
        if (++reads == readsUntilChange) {
            change.run();
        }
        if (!readTroubles.isEmpty()) {
            throw readTroubles.poll().get();
        }
        Map<Guid, CatalogEntry> found = new LinkedHashMap<>();
        for (Guid guid : guids) {
            found.put(guid, store.getOrDefault(guid, new CatalogEntry.Absent(guid, error(404, "ATLAS-404-00-005"))));
        }
        return found;
    }

    @Override
    public NamedEntry findByName(TypeName typeName, QualifiedName qualifiedName) {
        calls.add("readByName");
        return assets().map(StoredAsset::identity)
                .filter(identity -> identity.qualifiedName().equals(qualifiedName))
                .findFirst()
                .<NamedEntry>map(NamedEntry.Found::new)
                .orElseGet(NamedEntry.Nobody::new);
    }

    @Override
    public List<Namesake> findNamesakes(Set<QualifiedName> names) {
        calls.add("search");
        clock.tick(searchTime);
        if (searchTrouble != null) {
            throw searchTrouble.get();
        }
        return assets().filter(asset -> names.contains(asset.identity().qualifiedName()))
                .filter(asset -> !hiddenFromSearch.contains(asset.guid()))
                .map(asset -> new Namesake(asset.identity(), asset.name(), isActive(asset.guid())))
                .toList();
    }

    private java.util.stream.Stream<StoredAsset> assets() {
        return store.values().stream().flatMap(entry -> switch (entry) {
            case CatalogEntry.Archived archived -> java.util.stream.Stream.of(archived.asset());
            case CatalogEntry.Active active -> java.util.stream.Stream.of(active.asset());
            case CatalogEntry.Absent _, CatalogEntry.Withheld _ -> java.util.stream.Stream.empty();
        });
    }

    @Override
    public void secure(int number) {
        if (spent) {
            throw new CatalogException(CatalogException.Trouble.BUDGET_EXHAUSTED, "spent", null, null);
        }
    }

    @Override
    public RestoreAnswer restore(List<RestorableAsset> assets) {
        calls.add("write");
        writes.add(List.copyOf(assets));
        return answers.isEmpty() ? commit(assets) : answers.poll().apply(assets);
    }

    @Override
    public RestoreAnswer archive(List<ArchivableAsset> assets) {
        calls.add("archive");
        archivings.add(assets.stream().map(ArchivableAsset::guid).toList());
        return archiveAnswers.isEmpty()
                ? commitArchiving(assets)
                : archiveAnswers.poll().apply(assets);
    }

    @Override
    public int callsPerMinute() {
        return 300;
    }

    @Override
    public int spent() {
        return calls.size();
    }

    @Override
    public void close() {
        calls.add("close");
    }

    /** Archives what is active and passes over the rest; a glossary takes its contents along, as Atlan does. */
    Committed commitArchiving(List<ArchivableAsset> assets) {
        clock.tick(Duration.ofMillis(1));
        List<Header> deleted = new ArrayList<>();
        for (ArchivableAsset sent : assets) {
            if (store.get(sent.guid()) instanceof CatalogEntry.Active(StoredAsset before)) {
                deleted.add(header(archived(Assets.updatedAt(before, clock.instant())), 40));
                if (Kin.isGlossary(before.typeName())) {
                    before.relationships()
                            .forEach(edge -> takeAlong(edge.other().guid(), deleted));
                }
            }
        }
        return new Committed(List.of(), List.of(), deleted, Map.of(), null);
    }

    private void takeAlong(Guid guid, List<Header> deleted) {
        if (store.get(guid) instanceof CatalogEntry.Active(StoredAsset content)) {
            deleted.add(header(content, 40));
            archived(Assets.updatedAt(content, clock.instant()));
        }
    }

    /** Restores what is archived and overwrites what is active, as Atlan does. */
    Committed commit(List<RestorableAsset> assets) {
        clock.tick(Duration.ofMillis(1));
        List<Header> updated = new ArrayList<>();
        for (RestorableAsset sent : assets) {
            if (store.get(sent.guid()) instanceof CatalogEntry.Archived(StoredAsset before)) {
                updated.add(header(before, 2));
                active(written(before, sent));
            } else if (store.get(sent.guid()) instanceof CatalogEntry.Active(StoredAsset before)
                    && !before.name().equals(sent.stored().name())) {
                updated.add(header(active(written(before, sent)), 40));
            }
        }
        return new Committed(updated, List.of(), List.of(), Map.of(), null);
    }

    private StoredAsset written(StoredAsset before, RestorableAsset sent) {
        StoredAsset after = Assets.updatedAt(Assets.named(before, sent.stored().name()), clock.instant());
        for (String list : List.of("adminUsers", "adminGroups", "adminRoles")) {
            if (sent.values().containsKey(list)) {
                after = Assets.with(after, list, sent.values().get(list));
            }
        }
        return after;
    }

    static Header header(StoredAsset asset, int attributes) {
        return header(asset, asset.updatedAt(), attributes);
    }

    static Header header(StoredAsset asset, Instant updatedAt, int attributes) {
        return new Header(
                asset.guid(),
                asset.typeName().value(),
                asset.identity().qualifiedName().value(),
                asset.name(),
                updatedAt,
                attributes);
    }

    static UpstreamError error(int status, String code) {
        return new UpstreamError(status, code, "any message", null, "any-request-id");
    }
}
