package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Ask.Claim;
import io.restoregateway.promise.Ask.Told;
import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.AssetAccess;
import io.restoregateway.sandbox.StoredAsset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a request and its answers against what the tenant stored before and after it.
 *
 * @param ask the request
 * @param told what each asset was told
 * @param answer the whole answer
 * @param before everything stored before
 * @param after everything stored after
 */
record Truth(Ask ask, List<Told> told, Answer answer, Map<String, StoredAsset> before, Map<String, StoredAsset> after) {

    private static final Set<String> WRITTEN = Set.of("RESTORED", "UNCONFIRMED", "GATEWAY-UNCONFIRMED");

    /** Nothing was created or removed, and nothing changed but what was named: from archived to active, and by whom. */
    void nothingElseHappened() {
        assertThat(after.keySet()).as("assets").isEqualTo(before.keySet());
        Set<String> mayChange = told.stream()
                .filter(one -> WRITTEN.contains(one.what()))
                .map(this::subject)
                .map(StoredAsset::guid)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (StoredAsset asset : after.values()) {
            StoredAsset old = before.get(asset.guid());
            if (!asset.equals(old)) {
                assertThat(mayChange.contains(asset.guid()) || cameAlong(asset))
                        .as("%s changed, and nobody asked for it: %s", old, asset)
                        .isTrue();
                onlyCameBack(old, asset);
            }
        }
    }

    private boolean cameAlong(StoredAsset asset) {
        return ask.includeTerms()
                && Set.of("AtlasGlossaryTerm", "AtlasGlossaryCategory").contains(asset.typeName())
                && told.stream().anyMatch(one -> isGlossaryOf(one, asset));
    }

    private boolean isGlossaryOf(Told one, StoredAsset asset) {
        StoredAsset named = before.get(one.guid());
        return Set.of("RESTORED", "UNCONFIRMED").contains(one.what())
                && named != null
                && named.typeName().equals("AtlasGlossary")
                && asset.qualifiedName().endsWith("@" + named.qualifiedName());
    }

    private void onlyCameBack(StoredAsset old, StoredAsset now) {
        assertThat(old.isArchived()).as("%s was active and is changed", old).isTrue();
        assertThat(now.isArchived())
                .as("%s was changed and stayed archived", now)
                .isFalse();
        assertThat(now.typeName()).isEqualTo(old.typeName());
        assertThat(now.extras().labels()).isEqualTo(old.extras().labels());
        assertThat(now.extras().customAttributes()).isEqualTo(old.extras().customAttributes());
        if (!now.extras().classifications().equals(old.extras().classifications())) {
            // Atlan loses tags and nobody can prevent it: it must have been told, where an answer has room for that.
            assertThat(now.extras().classifications()).isEmpty();
            assertThat(ask.kind() == Ask.Kind.GUARDED
                            || answer.body().toString().matches(".*(TAGS_MAY_BE_LOST|UNCONFIRMED).*"))
                    .as("%s", answer)
                    .isTrue();
        }
        assertThat(now.stamp().createdBy()).isEqualTo(old.stamp().createdBy());
        Set<String> changed = new LinkedHashSet<>(old.attributes().keySet());
        changed.addAll(now.attributes().keySet());
        changed.removeIf(name ->
                Objects.equals(old.attributes().get(name), now.attributes().get(name)));
        if (!changed.isEmpty()) {
            assertThat(changed).as("attributes of %s", now).containsExactly("adminUsers");
            assertThat(strings(now)).containsAll(strings(old));
            assertThat(given(now.guid())).containsAll(added(old, now));
        }
    }

    private List<String> given(String guid) {
        return ask.claims().stream()
                .filter(claim -> claim.guid().equals(guid))
                .flatMap(claim -> claim.adminUsers().stream())
                .toList();
    }

    private static List<String> added(StoredAsset old, StoredAsset now) {
        return strings(now).stream()
                .filter(name -> !strings(old).contains(name))
                .toList();
    }

    private static List<String> strings(StoredAsset asset) {
        return asset.attributes().get("adminUsers") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Each answer says what is so. */
    void everyAnswerIsTrue() {
        told.forEach(this::isTrue);
    }

    /** The asset that an answer is about; one asked for by name is told by its guid only when it came back. */
    private StoredAsset subject(Told one) {
        return ask.kind() != Ask.Kind.BY_NAME
                        || Set.of("RESTORED", "ALREADY_ACTIVE", "WOULD_RESTORE").contains(one.what())
                ? before.get(one.guid())
                : before.values().stream()
                        .filter(asset -> isNamed(asset, one.claim()))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public String toString() {
        return ask + " was answered " + answer;
    }

    private void isTrue(Told one) {
        Claim claim = one.claim();
        StoredAsset old = subject(one);
        StoredAsset now = old == null ? null : after.get(old.guid());
        switch (one.what()) {
            case "RESTORED" -> {
                assertThat(old.isArchived()).as("restored: %s", old).isTrue();
                assertThat(now.isArchived()).as("restored: %s", now).isFalse();
                assertThat(isRight(claim, old))
                        .as("%s restored as %s", old, claim)
                        .isTrue();
            }
            case "WOULD_RESTORE" -> {
                assertThat(old.isArchived()).isTrue();
                assertThat(isRight(claim, old)).isTrue();
            }
            case "ALREADY_ACTIVE" -> {
                assertThat(now.isArchived()).as("already active: %s", now).isFalse();
                assertThat(now).isEqualTo(old);
                assertThat(isRight(claim, old)).isTrue();
            }
            case "ASSET_NOT_FOUND" -> assertThat(isThere(claim)).as("%s", claim).isFalse();
            case "TYPE_MISMATCH" -> assertThat(old.typeName()).isNotEqualTo(claim.typeName());
            case "QUALIFIED_NAME_MISMATCH" -> assertThat(old.qualifiedName()).isNotEqualTo(claim.qualifiedName());
            case "ATTRIBUTE_MISMATCH", "GATEWAY-ATTRIBUTE_MISMATCH" ->
                assertThat(isRight(claim, old) && claim.adminUsers().isEmpty() && ask.kind() != Ask.Kind.GUARDED)
                        .as("%s of %s", claim, old)
                        .isFalse();
            case "ATLAS-404-00-00A" ->
                assertThat(old == null
                                || !old.typeName().equals(claim.typeName())
                                || !old.qualifiedName().equals(claim.qualifiedName()))
                        .isTrue();
            case "LIVE_TWIN", "GATEWAY-LIVE_TWIN" ->
                assertThat(namesakes(old, false)).isPositive();
            case "AMBIGUOUS_NAME", "GATEWAY-AMBIGUOUS_NAME" ->
                assertThat(before.values().stream()
                                .filter(asset -> isNamed(asset, claim))
                                .count())
                        .isGreaterThan(1);
            case "CONNECTION_WITHOUT_ADMIN", "GATEWAY-CONNECTION_WITHOUT_ADMIN" ->
                assertThat(strings(old)).isEmpty();
            case "BRINGS_OTHERS", "GATEWAY-BRINGS_OTHERS" ->
                assertThat(before.values())
                        .anyMatch(asset ->
                                asset.isArchived() && asset.qualifiedName().endsWith("@" + old.qualifiedName()));
            case "FORBIDDEN_BY_ATLAN", "GATEWAY-FORBIDDEN_BY_ATLAN" ->
                assertThat(old == null || old.access() != AssetAccess.FULL || ask.kind() == Ask.Kind.GUARDED)
                        .as("forbidden: %s", old)
                        .isTrue();
            case "NOT_RESTORABLE", "GATEWAY-NOT_RESTORABLE" ->
                assertThat(old.typeName())
                        .matches("__.*|DataContract|Persona|DataProduct|DataDomain|AtlasGlossary.*|Query|Link");
            case "DUPLICATE_GUID", "GATEWAY-DUPLICATE_GUID" ->
                assertThat(ask.claims().stream().map(Claim::guid).distinct().count())
                        .isLessThan(ask.claims().size());
            case "UNCONFIRMED", "GATEWAY-UNCONFIRMED" ->
                assertThat(isRight(claim, old)).isTrue();
            case "UPSTREAM_ERROR", "UPSTREAM_UNAVAILABLE", "BUDGET_EXHAUSTED" ->
                assertThat(now).isEqualTo(old);
            case "GATEWAY-UPSTREAM_ERROR", "GATEWAY-UPSTREAM_UNAVAILABLE", "GATEWAY-BUDGET_EXHAUSTED" ->
                assertThat(now).isEqualTo(old);
            case "UNTOUCHED", "NOT_ATTEMPTED", "INVALID_REQUEST", "GATEWAY-INVALID_REQUEST" ->
                assertThat(now).isEqualTo(old);
            default -> throw new AssertionError("unexpected answer " + one);
        }
        if (!WRITTEN.contains(one.what()) && old != null && now != null && !cameAlong(now)) {
            assertThat(now.isArchived()).as("%s, but %s", one, now).isEqualTo(old.isArchived());
        }
    }

    /** A right claim of an archived asset that nothing stands against must have been followed. */
    void whatCouldBeRestoredWas() {
        if (ask.kind() == Ask.Kind.GUARDED && !told.stream().allMatch(this::isRightAndPlain)) {
            return;
        }
        for (Told one : told) {
            StoredAsset old = subject(one);
            if (old != null && isRight(one.claim(), old) && isPlain(old) && !hasRepeated()) {
                assertThat(one.what())
                        .as("%s", one)
                        .isEqualTo(!old.isArchived() ? "ALREADY_ACTIVE" : onlyChecked() ? "WOULD_RESTORE" : "RESTORED");
            }
        }
    }

    private boolean isForConnections() {
        return ask.kind() == Ask.Kind.CONNECTION || ask.kind() == Ask.Kind.CONNECTION_BATCH;
    }

    private boolean onlyChecked() {
        return ask.validateOnly() && ask.kind() != Ask.Kind.GUARDED;
    }

    /** All or nothing: one that is not as said keeps the others away. */
    private boolean isRightAndPlain(Told one) {
        StoredAsset old = subject(one);
        return old != null
                && one.claim().name() != null
                && one.claim().adminUsers().isEmpty()
                && isRight(one.claim(), old)
                && isPlain(old);
    }

    private boolean isPlain(StoredAsset asset) {
        return Set.of("Database", "Schema", "Table", "Column", "View").contains(asset.typeName())
                && asset.access() == AssetAccess.FULL
                && namesakes(asset, true) == 0;
    }

    private boolean hasRepeated() {
        return ask.claims().stream().map(Claim::guid).distinct().count()
                != ask.claims().size();
    }

    private long namesakes(StoredAsset of, boolean archivedToo) {
        return before.values().stream()
                .filter(asset -> !asset.guid().equals(of.guid()))
                .filter(asset -> asset.typeName().equals(of.typeName()))
                .filter(asset -> asset.qualifiedName().equals(of.qualifiedName()))
                .filter(asset -> archivedToo || !asset.isArchived())
                .count();
    }

    private boolean isThere(Claim claim) {
        return ask.kind() == Ask.Kind.BY_NAME
                ? before.values().stream()
                        .anyMatch(asset -> isNamed(asset, claim) && asset.access() != AssetAccess.NONE)
                : before.containsKey(claim.guid());
    }

    private static boolean isNamed(StoredAsset asset, Claim claim) {
        return asset.typeName().equals(claim.typeName())
                && asset.qualifiedName().equals(claim.qualifiedName());
    }

    private boolean isRight(Claim claim, StoredAsset asset) {
        boolean nameRight = claim.name() == null
                || ask.kind() == Ask.Kind.BY_NAME
                || claim.name().equals(asset.name());
        boolean typeRight = asset.typeName().equals(claim.typeName())
                || (isForConnections() && asset.typeName().equals("Connection"));
        return nameRight && typeRight && asset.qualifiedName().equals(claim.qualifiedName());
    }
}
