package io.restoregateway.jobs;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.archive.Containment;
import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beneath which of the containers that a job has found it must search, with as few searches as that can be done. */
final class Descents {

    /** So many containers of one connection are searched one by one; more, and one search goes through the connection. */
    private static final int MOST_ONE_BY_ONE = 20;

    private static final int PORTION = 1_000;

    private static final int MOST_ANCESTORS = 32;

    private static final TypeName CONNECTION = new TypeName("Connection");

    private final JdbcClient jdbc;

    Descents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Plans the searches, from what the selector has found. */
    void plan(UUID job, ArchiveSelector selector) {
        portions(job, Containment.CONNECTION, found -> found.forEach(connection -> add(job, connection, false)));
        portions(job, Containment.GLOSSARY, found -> found.forEach(glossary -> add(job, glossary, false)));
        // Without a type or a name among its conditions, the selector has found what lies beneath such containers.
        if (selector.typeName() != null || selector.name() != null) {
            byConnection(job).forEach((connection, containers) -> {
                if (containers.size() <= MOST_ONE_BY_ONE) {
                    containers.forEach(container -> add(job, container, false));
                } else {
                    add(
                            job,
                            new AssetIdentity(
                                    CONNECTION,
                                    new QualifiedName(connection),
                                    containers.getFirst().guid()),
                            true);
                }
            });
        }
    }

    boolean has(UUID job, int ordinal) {
        return ordinal < count(job);
    }

    Descent get(UUID job, int ordinal) {
        return jdbc.sql("select * from restore_job_search where job_id = ? and ordinal = ?")
                .params(job, ordinal)
                .query((row, number) -> new Descent(ItemTable.identity(row), row.getBoolean("filtered")))
                .single();
    }

    /** Those of these assets that lie beneath a container which is an item of the job. */
    List<ArchivedAsset> beneathItems(UUID job, List<ArchivedAsset> assets) {
        Set<QualifiedName> containers = containersAmong(
                job, assets.stream().flatMap(asset -> above(asset.identity())).toList());
        return assets.stream()
                .filter(asset -> above(asset.identity()).anyMatch(containers::contains))
                .toList();
    }

    /** Those that lie beneath no other, as many of each connection as are searched one by one, and one more; of no connection, all are. */
    private Map<String, List<AssetIdentity>> byConnection(UUID job) {
        Map<String, List<AssetIdentity>> byConnection = new LinkedHashMap<>();
        portions(job, Containment.PATH, portion -> {
            Set<QualifiedName> covering = containersAmong(
                    job, portion.stream().flatMap(Descents::above).toList());
            portion.stream()
                    .filter(container -> above(container).noneMatch(covering::contains))
                    .forEach(container -> keep(job, container, byConnection));
        });
        return byConnection;
    }

    private void keep(UUID job, AssetIdentity container, Map<String, List<AssetIdentity>> byConnection) {
        String connection = Homes.of(container);
        if (connection.isEmpty()) {
            add(job, container, false);
            return;
        }
        List<AssetIdentity> kept = byConnection.computeIfAbsent(connection, any -> new ArrayList<>());
        if (kept.size() <= MOST_ONE_BY_ONE) {
            kept.add(container);
        }
    }

    private static Stream<QualifiedName> above(AssetIdentity asset) {
        return asset.qualifiedName().ancestors(MOST_ANCESTORS).stream();
    }

    private Set<QualifiedName> containersAmong(UUID job, Collection<QualifiedName> names) {
        List<TypeName> types = Stream.of(Containment.CONNECTION, Containment.PATH)
                .flatMap(kind -> kind.types().stream())
                .toList();
        Long[] keys = names.stream()
                .distinct()
                .flatMap(name -> types.stream().map(type -> ItemKey.hashOf(type, name)))
                .toArray(Long[]::new);
        Set<QualifiedName> containers = new HashSet<>();
        for (int from = 0; from < keys.length; from += PORTION) {
            jdbc.sql("select i.qualified_name" + ItemKeys.items(Kind.NAME))
                    .param("job", job)
                    .param("hashes", Arrays.copyOfRange(keys, from, Math.min(keys.length, from + PORTION)))
                    .query(String.class)
                    .list()
                    .forEach(name -> containers.add(new QualifiedName(name)));
        }
        return containers;
    }

    /** Has all containers of a kind seen that the job has, a portion at a time. */
    private void portions(UUID job, Containment kind, Consumer<List<AssetIdentity>> visitor) {
        long after = -1;
        for (List<Found> portion = portion(job, kind, after); !portion.isEmpty(); portion = portion(job, kind, after)) {
            visitor.accept(portion.stream().map(Found::container).toList());
            after = portion.getLast().position();
        }
    }

    private List<Found> portion(UUID job, Containment kind, long after) {
        return jdbc.sql("select position, type_name, qualified_name, guid from restore_job_item where job_id = :job"
                        + " and position > :after and type_name in (:types) order by job_id, position"
                        + " fetch first " + PORTION + " rows only")
                .param("job", job)
                .param("after", after)
                .param("types", kind.types().stream().map(TypeName::value).toList())
                .query((row, number) -> new Found(row.getLong("position"), ItemTable.identity(row)))
                .list();
    }

    private record Found(long position, AssetIdentity container) {}

    private void add(UUID job, AssetIdentity container, boolean filtered) {
        jdbc.sql("insert into restore_job_search (job_id, ordinal, type_name, qualified_name, guid, filtered)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        job,
                        count(job),
                        container.typeName().value(),
                        container.qualifiedName().value(),
                        container.guid().value(),
                        filtered)
                .update();
    }

    private int count(UUID job) {
        return jdbc.sql("select count(*) from restore_job_search where job_id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    /**
     * One of the searches.
     *
     * @param filtered whether only what lies beneath items of the job counts
     */
    record Descent(AssetIdentity container, boolean filtered) {}
}
