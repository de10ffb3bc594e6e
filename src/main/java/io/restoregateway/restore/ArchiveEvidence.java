package io.restoregateway.restore;

import io.restoregateway.restore.Evidence.Alarm;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the answers to a request's archivings prove of its assets. */
final class ArchiveEvidence {

    private final Set<Guid> archived = new HashSet<>();

    private final Map<Guid, Alarm> alarms = new HashMap<>();

    /**
     * Takes in the answer to one write.
     *
     * @param sent what was sent with it
     * @param meant all that may be archived by this request
     */
    void record(List<ArchivableAsset> sent, Committed answer, Set<Guid> meant) {
        Map<Guid, StoredAsset> asked = new HashMap<>();
        sent.forEach(asset -> asked.put(asset.guid(), asset.stored()));
        for (Header header : answer.deleted()) {
            archived.add(header.guid());
            StoredAsset asset = asked.get(header.guid());
            if (asset != null && isRenamed(header, asset)) {
                raise(header.guid(), "The asset was renamed between verification and archiving.", List.of(header));
            } else if (asset == null && !meant.contains(header.guid())) {
                blame(sent, "Atlan archived another asset along, ", header);
            }
        }
        answer.created().forEach(stranger -> blame(sent, "Atlan created the asset ", stranger));
        answer.updated().stream()
                .filter(header -> !asked.containsKey(header.guid()) && !isNeighbour(header))
                .forEach(stranger -> blame(sent, "Atlan changed another asset, ", stranger));
        answer.assignments().forEach((guid, other) -> {
            List<Header> told = Stream.concat(answer.updated().stream(), answer.deleted().stream())
                    .filter(header -> header.guid().equals(other))
                    .toList();
            raise(guid, "Atlan took the asset for another one, " + other + ".", told);
        });
    }

    /** Whether an answer lists it as archived by us. */
    boolean lists(Guid guid) {
        return archived.contains(guid);
    }

    boolean isAlarming() {
        return !alarms.isEmpty();
    }

    Optional<Alarm> alarm(Guid guid) {
        return Optional.ofNullable(alarms.get(guid));
    }

    /** Assets whose edges go away with the write are listed with few attributes, and stay as they are. */
    private static boolean isNeighbour(Header header) {
        return header.attributes() < Judgement.MANY_ATTRIBUTES;
    }

    private static boolean isRenamed(Header header, StoredAsset asset) {
        return Evidence.differs(
                        header.qualifiedName(), asset.identity().qualifiedName().value())
                || Evidence.differs(header.name(), asset.name());
    }

    /** Something happened to an asset that nobody asked for: blames what contains it, or every asset when none does. */
    private void blame(List<ArchivableAsset> sent, String what, Header stranger) {
        List<ArchivableAsset> blamed = sent.stream()
                .filter(asset -> Kin.isWithin(asset.stored(), stranger.qualifiedName()))
                .toList();
        for (ArchivableAsset asset : blamed.isEmpty() ? sent : blamed) {
            raise(asset.guid(), what + stranger.guid() + ".", List.of(stranger));
        }
    }

    private void raise(Guid guid, String detail, List<Header> strangers) {
        alarms.merge(guid, new Alarm(detail, strangers), Alarm::and);
    }
}
