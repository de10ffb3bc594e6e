package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Replays what was recorded of Atlan's own metastore and compares status, errorCode and the shape of the answers. */
class RecordingsReplayTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/recordings");

    /** Not compared below these: the first is the metastore's own stack, the second repeats the request. */
    private static final Set<String> EXEMPT = Set.of("causes", "dsl");

    /**
     * Their hits are not compared: the first of one is an internal vertex of the metastore, without type and name; how
     * many follow in the other depends on the order of the guids, which are others here.
     */
    private static final Set<String> EXEMPT_HITS = Set.of("search-bad-query.json", "search-archived-next-page.json");

    /** Archived between the recorded calls, by calls that were not recorded: before which recording, and what. */
    private static final Map<String, String> ARCHIVED_BEFORE = Map.of(
            "unknown-guid-hits-stranger.json", "default/snowflake/1700000004/DB/S/T1",
            "qualified-name-differs-renames.json", "default/snowflake/1700000004/DB/S/T2",
            "status-missing-edits-archived.json", "default/snowflake/1700000004/DB/S/T0");

    private final SandboxClient client = SandboxClient.ofEmptyTenant();

    /** Recorded guid or qualifiedName to the one that the sandbox gave. */
    private final Map<String, String> translations = new LinkedHashMap<>();

    private final List<String> differences = new ArrayList<>();

    private record Recording(String name, JsonNode json) {

        int sequence() {
            return json.path("seq").asInt();
        }
    }

    @Test
    void answersAsTheMetastoreDid() throws IOException {
        translations.put("e2eaa999-b2e9-4b96-9788-42280e10f06d", createRecordedSchema());
        for (Recording recording : recordings()) {
            replay(recording);
        }

        assertThat(differences).isEmpty();
    }

    private String createRecordedSchema() {
        return client.tenant.as("admin").create("Schema", "default/snowflake/1700000004/DB/S", Map.of());
    }

    private static List<Recording> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            List<Recording> recordings = new ArrayList<>();
            for (Path file : files.toList()) {
                recordings.add(
                        new Recording(file.getFileName().toString(), Json.MAPPER.readTree(Files.readString(file))));
            }
            recordings.sort(Comparator.comparingInt(Recording::sequence));
            assertThat(recordings).hasSize(57);
            return recordings;
        }
    }

    private void replay(Recording recording) {
        client.clock.tick(Duration.ofMillis(100));
        if (recording.name().equals("restore-conflict.json")) {
            client.tenant.queue(Fault.conflict());
        }
        String archivedBefore = ARCHIVED_BEFORE.get(recording.name());
        if (archivedBefore != null) {
            client.archive(client.stored("Table", archivedBefore).guid());
        }
        JsonNode request = recording.json().path("request");
        JsonNode body = request.path("body");
        String sent = body.isNull() ? null : body.isString() ? body.asString() : body.toString();
        SandboxClient.Answer answer = client.call(
                request.path("method").asString(),
                translate(request.path("path").asString()),
                sent == null ? null : translate(sent),
                authorization(recording.name()));
        JsonNode expected = recording.json().path("response");
        if (answer.status() != expected.path("status").asInt()) {
            differences.add(recording.name() + ": status " + answer.status() + " " + answer.text());
            return;
        }
        if (!answer.contentType().equals(expected.path("contentType").asString())) {
            differences.add(recording.name() + ": content type " + answer.contentType());
        }
        learn(expected.path("body"), answer.json());
        compare(recording.name(), expected.path("body"), answer.json());
        compareErrors(recording.name(), expected.path("body"), answer.json());
    }

    private static String authorization(String recording) {
        return switch (recording) {
            case "unauthenticated.json" -> null;
            case "wrong-token.json" -> "Bearer wrong";
            default -> "Bearer sandbox-token";
        };
    }

    private String translate(String text) {
        String translated = text;
        for (var translation : translations.entrySet()) {
            translated = translated.replace(translation.getKey(), translation.getValue());
        }
        return translated;
    }

    /** What is created gets another guid here, and a generated qualifiedName is another one too. */
    private void learn(JsonNode recorded, JsonNode answered) {
        JsonNode theirs = recorded.path("mutatedEntities").path("CREATE");
        JsonNode ours = answered.path("mutatedEntities").path("CREATE");
        for (int i = 0; i < theirs.size() && i < ours.size(); i++) {
            translations.put(
                    theirs.get(i).path("guid").asString(),
                    ours.get(i).path("guid").asString());
            String recordedName = qualifiedName(theirs.get(i));
            if (!recordedName.equals(qualifiedName(ours.get(i)))) {
                translations.putIfAbsent(recordedName, qualifiedName(ours.get(i)));
            }
        }
        Map<String, String> longestFirst = new LinkedHashMap<>();
        translations.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) ->
                                entry.getKey().length())
                        .reversed())
                .forEach(entry -> longestFirst.put(entry.getKey(), entry.getValue()));
        translations.clear();
        translations.putAll(longestFirst);
    }

    private static String qualifiedName(JsonNode header) {
        return header.path("attributes").path("qualifiedName").asString();
    }

    private void compareErrors(String where, JsonNode recorded, JsonNode answered) {
        for (String field : List.of("errorCode", "errorMessage", "entityGuid")) {
            String expected = translate(recorded.path(field).asString(""));
            if (!expected.equals(answered.path(field).asString(""))) {
                differences.add(where + ": " + field + " " + answered.path(field) + " instead of " + expected);
            }
        }
    }

    /** Same keys and same kinds of values, all the way down; arrays have the same length. */
    private void compare(String where, JsonNode recorded, JsonNode answered) {
        if (!kind(recorded).equals(kind(answered))) {
            differences.add(where + ": " + kind(answered) + " instead of " + kind(recorded));
            return;
        }
        if (recorded.isArray()) {
            compareArrays(where, recorded, answered);
        } else if (recorded.isObject() && where.endsWith(".guidAssignments")) {
            if (recorded.size() != answered.size()) {
                differences.add(where + ": " + answered);
            }
        } else if (recorded.isObject()) {
            compareObjects(where, recorded, answered);
        } else if (where.endsWith(".status") || where.endsWith("Status")) {
            if (!recorded.equals(answered)) {
                differences.add(where + ": " + answered + " instead of " + recorded);
            }
        }
    }

    private void compareObjects(String where, JsonNode recorded, JsonNode answered) {
        List<String> missing = new ArrayList<>(recorded.propertyNames());
        missing.removeAll(answered.propertyNames());
        List<String> extra = new ArrayList<>(answered.propertyNames());
        extra.removeAll(recorded.propertyNames());
        if (!missing.isEmpty() || !extra.isEmpty()) {
            differences.add(where + ": missing " + missing + ", extra " + extra);
        }
        for (String name : recorded.propertyNames()) {
            if (answered.has(name) && !EXEMPT.contains(name)) {
                compare(where + "." + name, recorded.get(name), answered.get(name));
            }
        }
    }

    private void compareArrays(String where, JsonNode recorded, JsonNode answered) {
        if (EXEMPT_HITS.stream().anyMatch(where::startsWith) && where.endsWith(".entities")) {
            return;
        }
        if (recorded.size() != answered.size()) {
            differences.add(where + ": " + answered.size() + " elements instead of " + recorded.size());
        }
        for (int i = 0; i < Math.min(recorded.size(), answered.size()); i++) {
            compare(where + "[" + i + "]", recorded.get(i), answered.get(i));
        }
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name();
    }
}
