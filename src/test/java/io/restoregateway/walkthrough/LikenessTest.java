package io.restoregateway.walkthrough;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.restoregateway.walkthrough.WalkThrough.Shown;
import io.restoregateway.walkthrough.WalkThrough.Step;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That a document which shows what is not true is found out. */
class LikenessTest {

    private static final String ONE = "11111111-2222-4333-8444-555555555555";

    private static final String OTHER = "66666666-7777-4888-8999-000000000000";

    @Test
    void leavesOpenWhatDiffersEachTime() {
        agrees(
                "json",
                "{\"id\": \"%s\", \"at\": \"2026-11-24T02:08:23.806Z\", \"itemsPerSecond\": 41.5}".formatted(ONE),
                "{\"id\":\"%s\",\"at\":\"2027-01-01T00:00:00Z\",\"itemsPerSecond\":7}".formatted(OTHER));
        agrees("text", "/jobs/" + ONE, "/jobs/" + OTHER);
    }

    @Test
    void seesAnotherNumberAnotherTextAndAnotherForm() {
        disagrees("json", "{\"total\": 5000}", "{\"total\": 5001}");
        disagrees("json", "{\"state\": \"COMPLETED\"}", "{\"state\": \"STOPPED\"}");
        disagrees("json", "{\"total\": 5000}", "{\"total\": \"5000\"}");
        disagrees("json", "{\"at\": \"2026-11-24T02:08:23Z\"}", "{\"at\": \"yesterday\"}");
        disagrees("json", "{\"itemsPerSecond\": 41.5}", "{\"itemsPerSecond\": null}");
    }

    @Test
    void seesWhatIsMissingAndWhatIsNotShown() {
        disagrees("json", "{\"total\": 1, \"done\": 1}", "{\"total\": 1}");
        disagrees("json", "{\"total\": 1}", "{\"total\": 1, \"done\": 1}");
        disagrees("json", "[1, 2]", "[1]");
        disagrees("text", "one\ntwo", "one");
        disagrees("text", "one", "one\ntwo");
    }

    @Test
    void seesThatTwoIdsAreNotTheSameAnyMore() {
        disagrees("json", "[\"%s\", \"%s\"]".formatted(ONE, ONE), "[\"%s\", \"%s\"]".formatted(ONE, OTHER));
        disagrees("json", "[\"%s\", \"%s\"]".formatted(ONE, OTHER), "[\"%s\", \"%s\"]".formatted(ONE, ONE));
    }

    @Test
    void leavesOutLinesWhereTheDocumentDoes() {
        agrees("text", "at 10 of 500\n…\ndone: 500", "at 0 of 500\nat 99 of 500\ndone: 500");
        agrees("text", "one\n…", "one\ntwo\nthree");
        disagrees("text", "at 10 of 500\n…\ndone: 500", "at 0 of 500\ndone: 499");
        disagrees("text", "at 10 of 500\n…\ndone: 500", "done: 500");
    }

    @Test
    void seesAnOutputThatTheDocumentDoesNotShow() {
        disagrees(new Step(1, "any", null), "curl: (7) Failed to connect");
    }

    private void agrees(String language, String shown, String real) {
        Step step = step(language, shown);
        assertThatCode(() -> new Likeness(Set.of("itemsPerSecond")).check(step, real))
                .doesNotThrowAnyException();
    }

    private void disagrees(String language, String shown, String real) {
        disagrees(step(language, shown), real);
    }

    private void disagrees(Step step, String real) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Likeness(Set.of("itemsPerSecond")).check(step, real));
    }

    private static Step step(String language, String shown) {
        return new Step(1, "any", new Shown(language, shown));
    }
}
