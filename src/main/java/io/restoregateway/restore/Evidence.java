package io.restoregateway.restore;

import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the answers to a request's writes prove of its assets. */
final class Evidence {

    private final Map<Guid, Sighting> sightings = new HashMap<>();

    private final Map<Guid, Alarm> alarms = new HashMap<>();

    /** Terms and categories outside the request that a write with a glossary listed: it may have brought them back. */
    private final Set<Guid> bystanders = new LinkedHashSet<>();

    private @Nullable String ownName;

    /**
     * Takes in the answer to one write.
     *
     * @param sent what was sent with it
     * @param request the latest proof of every asset of the request
     */
    void record(List<RestorableAsset> sent, Committed answer, Map<Guid, RestorableAsset> request) {
        Set<Guid> guids = sent.stream().map(RestorableAsset::guid).collect(Collectors.toSet());
        for (Header header : answer.updated()) {
            RestorableAsset asset = request.get(header.guid());
            if (asset != null && (guids.contains(header.guid()) || asset.comesWith(guids))) {
                see(asset, header, sent.size() == 1);
            } else if (asset == null
                    && Kin.isBroughtType(header.typeName())
                    && sent.stream().anyMatch(Kin::isGlossary)) {
                bystanders.add(header.guid());
            }
        }
        answer.assignments().forEach((guid, other) -> {
            if (guids.contains(guid)) {
                raise(guid, "Atlan took the asset for another one, " + other + ".", strangers(other, answer));
            }
        });
        Stream.concat(answer.created().stream(), answer.deleted().stream())
                .forEach(stranger -> appeared(stranger, sent, answer));
    }

    /**
     * Takes in what is stored after the writes. In whose name the gateway writes is told by nobody: it is the name that most
     * of what was met as verified has now.
     */
    void readBack(Collection<CatalogEntry> now) {
        Map<String, Long> names = now.stream()
                .map(Judgement::stored)
                .filter(Objects::nonNull)
                .filter(asset ->
                        sighting(asset.guid()).filter(Sighting::sameState).isPresent())
                .flatMap(asset -> Stream.ofNullable(asset.updatedBy()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long all = names.values().stream().mapToLong(Long::longValue).sum();
        ownName = names.entrySet().stream()
                .filter(name -> 2 * name.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether the latest change of a restored asset was somebody else's, as far as names tell. */
    boolean isChangedByAnother(StoredAsset now) {
        return ownName != null && now.updatedBy() != null && !ownName.equals(now.updatedBy());
    }

    Set<Guid> bystanders() {
        return bystanders;
    }

    boolean isAlarming() {
        return !alarms.isEmpty();
    }

    Optional<Alarm> alarm(Guid guid) {
        return Optional.ofNullable(alarms.get(guid));
    }

    Optional<Sighting> sighting(Guid guid) {
        return Optional.ofNullable(sightings.get(guid));
    }

    private void see(RestorableAsset asset, Header header, boolean alone) {
        Sighting sighting = new Sighting(
                header, Objects.equals(header.updatedAt(), asset.stored().updatedAt()), alone);
        sightings.merge(asset.guid(), sighting, (first, second) -> first.sameState() ? first : second);
        if (differs(header.qualifiedName(), asset.identity().qualifiedName().value())
                || differs(header.name(), asset.stored().name())) {
            raise(
                    asset.guid(),
                    "The asset was renamed between verification and restore, and the restore may have undone that.",
                    List.of(header));
        }
    }

    /** An asset was created or removed: blames the entry of that name, or every entry when none fits. */
    private void appeared(Header stranger, List<RestorableAsset> sent, Committed answer) {
        List<RestorableAsset> blamed = sent.stream()
                .filter(asset -> asset.identity().qualifiedName().value().equals(stranger.qualifiedName()))
                .toList();
        String what = answer.created().contains(stranger) ? "created" : "removed";
        for (RestorableAsset asset : blamed.isEmpty() ? sent : blamed) {
            raise(asset.guid(), "Atlan " + what + " the asset " + stranger.guid() + ".", List.of(stranger));
        }
    }

    private static List<Header> strangers(Guid other, Committed answer) {
        List<Header> known = Stream.of(answer.updated(), answer.created(), answer.deleted())
                .flatMap(List::stream)
                .filter(header -> header.guid().equals(other))
                .toList();
        return known.isEmpty() ? List.of(new Header(other, null, null, null, null, 0)) : known;
    }

    static boolean differs(@Nullable String told, @Nullable String verified) {
        return told != null && !told.equals(verified);
    }

    private void raise(Guid guid, String detail, List<Header> strangers) {
        alarms.merge(guid, new Alarm(detail, strangers), Alarm::and);
    }

    /**
     * Something other than what was asked.
     *
     * @param detail what was seen
     * @param strangers the assets concerned, with the values that Atlan told
     */
    record Alarm(String detail, List<Header> strangers) {

        Alarm and(Alarm other) {
            Set<Header> all = new HashSet<>(strangers);
            all.addAll(other.strangers);
            return new Alarm(
                    detail.contains(other.detail) ? detail : detail + " " + other.detail, new ArrayList<>(all));
        }
    }

    /**
     * An asset in the list of those that a write changed.
     *
     * @param header what Atlan tells of it
     * @param sameState whether the write met the very state that was verified
     * @param alone whether it was the only asset sent, so that it cannot be listed as somebody's neighbour
     */
    record Sighting(Header header, boolean sameState, boolean alone) {}
}
