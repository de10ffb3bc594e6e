package io.restoregateway.atlan;

import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.UpstreamError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One read of up to 100 assets, repeated in parts until each guid has its entry: a missing or unreadable one fails the
 * whole call, and only one is named at a time.
 */
final class BulkRead {

    private static final Pattern GUID = Pattern.compile(Guid.FORM);

    private static final String NO_SUCH_GUID = "ATLAS-404-00-005";

    private static final String FORBIDDEN = "ATLAS-403-";

    private final AtlanCalls calls;

    private final IndexSearch search;

    private final boolean relationships;

    private final Map<Guid, CatalogEntry> entries = new LinkedHashMap<>();

    private int missing;

    private int unreadable;

    private boolean searched;

    BulkRead(AtlanCalls calls, IndexSearch search, boolean relationships) {
        this.calls = calls;
        this.search = search;
        this.relationships = relationships;
    }

    Map<Guid, CatalogEntry> read(Collection<Guid> guids) {
        settle(new ArrayList<>(guids), false);
        return entries;
    }

    private void settle(List<Guid> open, boolean skipFailed) {
        if (open.isEmpty()) {
            return;
        }
        switch (calls.read(AtlanRequest.read(open, relationships, skipFailed))) {
            case Answer.Told told -> settleTold(open, told, skipFailed);
            case Answer.TooLarge _ when open.size() > 1 -> settleHalves(open, skipFailed);
            case Answer.TooLarge(var error) -> settleBare(open.getFirst(), error);
            case Answer.Refused(var error) when isMissing(error) -> settleMissing(open, error, skipFailed);
            case Answer.Refused(var error) when isForbidden(error) -> settleForbidden(open, error, skipFailed);
            case Answer answer -> throw Troubles.of(answer);
        }
    }

    private void settleTold(List<Guid> open, Answer.Told told, boolean skipFailed) {
        List<Guid> rest = record(open, told, relationships);
        if (!rest.isEmpty() && !skipFailed) {
            throw Troubles.nonsense("Atlan left out assets that were asked for", told.requestId());
        }
        // Why they were skipped, each has to tell by itself.
        rest.forEach(guid -> settle(List.of(guid), false));
    }

    /** Keeps what was answered, and tells which were not. */
    private List<Guid> record(List<Guid> open, Answer.Told told, boolean withRelationships) {
        List<Guid> rest = new ArrayList<>(open);
        for (JsonNode entity : told.body().path("entities").values()) {
            Guid guid = EntityJson.guid(entity);
            if (guid == null || !rest.remove(guid)) {
                throw Troubles.nonsense("Atlan answered an asset that was not asked for", told.requestId());
            }
            entries.put(guid, EntityJson.entry(guid, entity, withRelationships, told.requestId()));
        }
        return rest;
    }

    private void settleMissing(List<Guid> open, UpstreamError error, boolean skipFailed) {
        Set<Guid> blamed = blamed(open, error);
        if (blamed.size() != 1) {
            settleBlameless(open, error, skipFailed);
            return;
        }
        Guid gone = blamed.iterator().next();
        entries.put(gone, new CatalogEntry.Absent(gone, error));
        missing++;
        settleRest(without(open, blamed), skipFailed);
    }

    /** After a second one is missing, the index helps to find the living first; the others still hear it from the store. */
    private void settleRest(List<Guid> open, boolean skipFailed) {
        if (missing < 2 || searched || open.size() < 2) {
            settle(open, skipFailed);
            return;
        }
        searched = true;
        Set<Guid> living = search.known(open);
        settle(open.stream().filter(living::contains).toList(), skipFailed);
        settle(without(open, living), skipFailed);
    }

    private void settleForbidden(List<Guid> open, UpstreamError error, boolean skipFailed) {
        Set<Guid> blamed = open.size() == 1 ? Set.copyOf(open) : blamed(open, error);
        if (blamed.size() == 1) {
            Guid withheld = blamed.iterator().next();
            entries.put(withheld, new CatalogEntry.Withheld(withheld, error));
            unreadable++;
            settle(without(open, blamed), skipFailed || unreadable > 1);
        } else if (skipFailed) {
            settleHalves(open, true);
        } else {
            settle(open, true);
        }
    }

    /** The store names none of ours, or several: parts tell more, and of one alone it can mean no other. */
    private void settleBlameless(List<Guid> open, UpstreamError error, boolean skipFailed) {
        if (open.size() > 1) {
            settleHalves(open, skipFailed);
        } else if (named(error).isEmpty()) {
            entries.put(open.getFirst(), new CatalogEntry.Absent(open.getFirst(), error));
        } else {
            throw Troubles.of(new Answer.Refused(error));
        }
    }

    private void settleHalves(List<Guid> open, boolean skipFailed) {
        int middle = open.size() / 2;
        settle(open.subList(0, middle), skipFailed);
        settle(open.subList(middle, open.size()), skipFailed);
    }

    /** Too large with all its edges, an asset is read without them. */
    private void settleBare(Guid guid, UpstreamError error) {
        switch (relationships
                ? calls.read(AtlanRequest.read(List.of(guid), false, false))
                : new Answer.TooLarge(error)) {
            case Answer.Told told when record(List.of(guid), told, false).isEmpty() -> {}
            case Answer.TooLarge _ -> entries.put(guid, new CatalogEntry.Withheld(guid, error));
            case Answer.Refused(var word) when isMissing(word) -> settleMissing(List.of(guid), word, false);
            case Answer.Refused(var word) when isForbidden(word) -> settleForbidden(List.of(guid), word, false);
            case Answer answer -> throw Troubles.of(answer);
        }
    }

    private static boolean isMissing(UpstreamError error) {
        return NO_SUCH_GUID.equals(error.errorCode());
    }

    /** Atlan's own refusal of an asset, not one of the edge in front of it. */
    static boolean isForbidden(UpstreamError error) {
        return error.errorCode() != null && error.errorCode().startsWith(FORBIDDEN);
    }

    private static Set<Guid> blamed(List<Guid> open, UpstreamError error) {
        Set<Guid> blamed = named(error);
        blamed.retainAll(open);
        return blamed;
    }

    private static Set<Guid> named(UpstreamError error) {
        String words = error.entityGuid() + " " + error.errorMessage();
        Stream<MatchResult> guids = GUID.matcher(words).results();
        return guids.map(match -> new Guid(match.group())).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Guid> without(List<Guid> open, Set<Guid> settled) {
        return open.stream().filter(guid -> !settled.contains(guid)).toList();
    }
}
