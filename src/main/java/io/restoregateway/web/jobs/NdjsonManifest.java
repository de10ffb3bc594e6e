package io.restoregateway.web.jobs;

import io.restoregateway.web.json.StrictLine;
import io.restoregateway.web.problem.InputError;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a manifest of one JSON object a line. */
final class NdjsonManifest {

    private final Utf8Text text;

    NdjsonManifest(Utf8Text text) {
        this.text = text;
    }

    void read(RowCount rows) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        for (long line = 1; ; line++) {
            text.rowBegins(line);
            String json = lines.readLine();
            if (json == null) {
                return;
            }
            if (isBlank(json)) {
                rows.addBlank(line);
            } else {
                rows.add(row(line, json));
            }
        }
    }

    private static ManifestRow row(long line, String json) {
        StrictLine<GivenRow> said = StrictLine.read(json, GivenRow.class);
        GivenRow given = Objects.requireNonNullElse(said.value(), GivenRow.NOTHING);
        if (said.errors().isEmpty()) {
            return given.on(line);
        }
        List<String> problems = new ArrayList<>(
                said.errors().stream().map(NdjsonManifest::problem).toList());
        if (said.value() != null) {
            given.problems().stream()
                    .filter(other ->
                            problems.stream().noneMatch(known -> column(known).equals(column(other))))
                    .toList()
                    .forEach(problems::add);
        }
        return given.malformed(line, problems);
    }

    private static String problem(InputError error) {
        return Stream.ofNullable(error.pointer())
                .filter(pointer -> !pointer.isEmpty())
                .map(pointer -> pointer.substring(1) + ": " + error.message())
                .findFirst()
                .orElse(error.message());
    }

    private static String column(String problem) {
        int colon = problem.indexOf(": ");
        return colon < 0 ? problem : problem.substring(0, colon);
    }

    /** Blank as JSON has it: other blanks are no JSON. */
    private static boolean isBlank(String line) {
        return line.chars().allMatch(character -> character == ' ' || character == '\t');
    }
}
