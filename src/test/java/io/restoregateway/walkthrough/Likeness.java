package io.restoregateway.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.walkthrough.WalkThrough.Shown;
import io.restoregateway.walkthrough.WalkThrough.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what a document shows with what was printed. Both must say the same, but for what differs each time: times; ids,
 * though one that the document shows twice must be the same twice; and rates. A line of three dots stands for any lines.
 */
final class Likeness {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String LEFT_OUT = "…";

    private final Set<String> free;

    private final Map<String, String> shownToReal = new HashMap<>();

    private final Map<String, String> realToShown = new HashMap<>();

    /** @param free members whose numbers may be any */
    Likeness(Set<String> free) {
        this.free = free;
    }

    void check(Step step, String real) {
        String place = "line " + step.line();
        Shown shown = step.shown();
        if (shown == null) {
            assertThat(real).as(place).isEmpty();
        } else if (shown.language().equals("json")) {
            compare(place, JSON.readTree(shown.text()), JSON.readTree(real));
        } else {
            compareLines(place, shown.text().lines().toList(), real.lines().toList());
        }
    }

    private void compare(String place, JsonNode shown, JsonNode real) {
        assertThat(real.getNodeType()).as("%s: %s", place, real).isEqualTo(shown.getNodeType());
        if (shown.isObject()) {
            assertThat(real.propertyNames()).as(place).containsExactlyElementsOf(shown.propertyNames());
            shown.properties()
                    .forEach(member -> compareMember(
                            place + "/" + member.getKey(),
                            member.getKey(),
                            member.getValue(),
                            real.get(member.getKey())));
        } else if (shown.isArray()) {
            assertThat(real.size()).as("%s: %s", place, real).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                compare(place + "/" + i, shown.get(i), real.get(i));
            }
        } else if (shown.isString()) {
            compareTexts(place, shown.stringValue(), real.stringValue());
        } else {
            assertThat(real).as(place).isEqualTo(shown);
        }
    }

    private void compareMember(String place, String name, JsonNode shown, JsonNode real) {
        if (free.contains(name) && shown.isNumber()) {
            assertThat(real.isNumber()).as(place).isTrue();
        } else {
            compare(place, shown, real);
        }
    }

    private void compareTexts(String place, String shown, String real) {
        List<Word> expected = Word.in(shown);
        List<Word> found = Word.in(real);
        assertThat(found.stream().map(Word::shape))
                .as(place)
                .containsExactlyElementsOf(expected.stream().map(Word::shape).toList());
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).isId()) {
                compareIds(place, expected.get(i).text(), found.get(i).text());
            }
        }
    }

    private void compareIds(String place, String shown, String real) {
        assertThat(shownToReal.computeIfAbsent(shown, any -> real))
                .as("%s: what is %s in the document", place, shown)
                .isEqualTo(real);
        assertThat(realToShown.computeIfAbsent(real, any -> shown))
                .as("%s: what is %s now", place, real)
                .isEqualTo(shown);
    }

    /** What is shown before a gap was on its way, so that only the form of its lines counts; what follows the last gap is the end. */
    private void compareLines(String place, List<String> shown, List<String> real) {
        int gap = shown.lastIndexOf(LEFT_OUT);
        List<String> end = shown.subList(gap + 1, shown.size());
        if (gap < 0) {
            assertThat(real).as(place).hasSameSizeAs(shown);
        }
        assertThat(real).as(place).hasSizeGreaterThanOrEqualTo(end.size());
        int first = real.size() - end.size();
        for (int i = 0; i < end.size(); i++) {
            compareTexts(place, end.get(i), real.get(first + i));
        }
        if (gap > 0) {
            assertThat(forms(real.subList(0, first))).as(place).containsSubsequence(forms(shown.subList(0, gap)));
        }
    }

    /** The forms of lines that say how far something has come, each as often as it changes. */
    private static List<String> forms(List<String> lines) {
        List<String> forms = new ArrayList<>();
        for (String line : lines) {
            String form = line.replaceAll("[0-9]+", "0");
            if (!line.equals(LEFT_OUT) && (forms.isEmpty() || !forms.getLast().equals(form))) {
                forms.add(form);
            }
        }
        return forms;
    }
}
