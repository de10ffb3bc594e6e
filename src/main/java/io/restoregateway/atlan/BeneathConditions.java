package io.restoregateway.atlan;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.Containment;
import io.restoregateway.restore.AssetIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What lies beneath a container and was archived by that somebody or at that time. */
record BeneathConditions(AssetIdentity container, Containment containment, ArchiveConditions bounds)
        implements HitConditions {

    private static final List<String> IN_GLOSSARIES = List.of("AtlasGlossaryTerm", "AtlasGlossaryCategory");

    private static final Pattern SPECIAL = Pattern.compile("[*?\\\\]");

    /** @throws IllegalArgumentException when the type has no descendants, or nothing tells who archived them or when */
    static BeneathConditions of(AssetIdentity container, ArchiveSelector bounds) {
        if (!bounds.isBounded()) {
            throw new IllegalArgumentException("archivedBy, archivedAfter or archivedBefore must be given: without any,"
                    + " more than one accident would be found");
        }
        Containment containment = Containment.of(container.typeName())
                .orElseThrow(
                        () -> new IllegalArgumentException("typeName " + container.typeName() + " has no descendants"));
        return new BeneathConditions(container, containment, new ArchiveConditions(bounds.bounds()));
    }

    @Override
    public List<Map<String, Object>> asked() {
        List<Map<String, Object>> all = new ArrayList<>(bounds.asked());
        switch (containment) {
            case CONNECTION ->
                all.add(IndexSearch.either(
                        IndexSearch.term("connectionQualifiedName", name()),
                        IndexSearch.prefix("qualifiedName", path())));
            case PATH -> all.add(IndexSearch.prefix("qualifiedName", path()));
            case GLOSSARY -> {
                all.add(Map.of("terms", Map.of("__typeName.keyword", IN_GLOSSARIES)));
                all.add(Map.of("wildcard", Map.of("qualifiedName", Map.of("value", "*" + literally(ending())))));
            }
        }
        return all;
    }

    @Override
    public boolean hold(JsonNode hit) {
        String name = EntityJson.qualifiedName(hit);
        return name != null
                && !name.equals(name())
                && !container.guid().equals(EntityJson.guid(hit))
                && isBeneath(hit, name)
                && bounds.hold(hit);
    }

    private boolean isBeneath(JsonNode hit, String name) {
        return switch (containment) {
            case CONNECTION -> name.startsWith(path()) || name().equals(connection(hit));
            case PATH -> name.startsWith(path());
            case GLOSSARY -> name.endsWith(ending()) && isGlossaryContent(hit);
        };
    }

    private static boolean isGlossaryContent(JsonNode hit) {
        String typeName = Json.text(hit, "typeName");
        return typeName != null && IN_GLOSSARIES.contains(typeName);
    }

    private static @Nullable String connection(JsonNode hit) {
        return Json.text(hit.path("attributes"), "connectionQualifiedName");
    }

    private String name() {
        return container.qualifiedName().value();
    }

    private String path() {
        return name() + "/";
    }

    private String ending() {
        return "@" + name();
    }

    /** A text as a wildcard pattern that matches nothing else. */
    private static String literally(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
