package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import io.restoregateway.web.problem.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first line of a CSV, which must name exactly the columns of a manifest. */
final class CsvHeader {

    private static final int MOST_NAMES_TOLD = 10;

    private static final String EXPECTED = String.join(",", GivenRow.COLUMNS);

    private static final Map<String, String> OTHER_DELIMITERS =
            Map.of(";", "semicolons", "\t", "tabs", "|", "vertical bars");

    private CsvHeader() {}

    /** @throws ManifestException unless the line is the header */
    static void refuseOther(String line) {
        if (names(line, ",").equals(GivenRow.COLUMNS)) {
            return;
        }
        OTHER_DELIMITERS.forEach((delimiter, word) -> {
            if (names(line, delimiter).equals(GivenRow.COLUMNS)) {
                throw wrong("separates the columns by %s; they must be separated by commas".formatted(word));
            }
        });
        throw wrong("must be the header %s, but names %s".formatted(EXPECTED, found(line)));
    }

    private static ManifestException wrong(String message) {
        return ManifestException.at(1, Flaw.WRONG_HEADER, message);
    }

    private static String found(String line) {
        List<String> names = names(line, ",");
        String told = names.stream().limit(MOST_NAMES_TOLD).map(Text::quoted).collect(Collectors.joining(", "));
        int untold = names.size() - MOST_NAMES_TOLD;
        return line.isEmpty() ? "nothing" : told + (untold > 0 ? " and %,d more".formatted(untold) : "");
    }

    private static List<String> names(String line, String delimiter) {
        return Arrays.stream(line.split(Pattern.quote(delimiter), -1))
                .map(CsvHeader::unquoted)
                .toList();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
