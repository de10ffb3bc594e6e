package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Ask.Claim;
import io.restoregateway.promise.Ask.Told;
import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promise, tried with thousands of random requests against the sandbox tenant in all its traps. */
class PromiseTest extends PromiseTestCase {

    private static final int REQUESTS = Integer.getInteger("promise.requests", 10_000);

    private static final int REQUESTS_PER_TENANT = 40;

    @Test
    void holdsForRandomRequests() {
        Map<String, Integer> answers = new TreeMap<>();
        for (int number = 0; number < REQUESTS; number++) {
            Random random = new Random(SEED + number);
            if (number % REQUESTS_PER_TENANT == 0) {
                freshTenant(random);
            }
            Truth truth = send(new RandomAsks(random).next(assets()));
            told(number, truth, () -> {
                truth.nothingElseHappened();
                truth.everyAnswerIsTrue();
                truth.whatCouldBeRestoredWas();
            });
            truth.told().forEach(one -> answers.merge(one.what(), 1, Integer::sum));
            clock.of(Duration.ofSeconds(1));
        }
        assertThat(answers)
                .containsKeys(
                        "RESTORED",
                        "ALREADY_ACTIVE",
                        "WOULD_RESTORE",
                        "ASSET_NOT_FOUND",
                        "QUALIFIED_NAME_MISMATCH",
                        "TYPE_MISMATCH",
                        "ATTRIBUTE_MISMATCH",
                        "LIVE_TWIN",
                        "AMBIGUOUS_NAME",
                        "BRINGS_OTHERS",
                        "CONNECTION_WITHOUT_ADMIN",
                        "NOT_RESTORABLE",
                        "FORBIDDEN_BY_ATLAN",
                        "DUPLICATE_GUID",
                        "ATLAS-404-00-00A");
        assertThat(answers.get("RESTORED")).isGreaterThan(REQUESTS / 10);
    }

    @Test
    void holdsWhenCallsGoWrong() {
        Map<String, Integer> answers = new TreeMap<>();
        for (int number = 0; number < REQUESTS / 20; number++) {
            Random random = new Random(SEED - number);
            freshTenant(random);
            List<Fault> faults = Stream.generate(() -> fault(random))
                    .limit(1 + random.nextInt(5))
                    .toList();
            faults.forEach(tenant::queue);
            Ask ask = askForAGlossaryOrAnything(random);
            Map<String, StoredAsset> before = tenant.assets();
            Answer answer = ask.sendTo(gateway);
            // What was answered too early is committed late.
            clock.of(Duration.ofMinutes(2));
            Truth truth = new Truth(ask, ask.read(answer), answer, before, tenant.assets());
            told(number, faults + " " + truth, () -> {
                truth.nothingElseHappened();
                truth.everyAnswerIsTrue();
            });
            truth.told().forEach(one -> answers.merge(one.what(), 1, Integer::sum));
        }
        assertThat(answers).containsKeys("RESTORED", "UPSTREAM_ERROR");
        assertThat(answers).doesNotContainKey("UNEXPECTED_CHANGE");
    }

    /** What the gateway is for: the same inputs, sent to Atlan as they are, do the harm that it prevents. */
    @Test
    void isBrokenByTheSameRequestsSentRaw() {
        Harm harm = new Harm();
        for (int number = 0; number < REQUESTS / 10; number++) {
            Random random = new Random(SEED + number);
            if (number % REQUESTS_PER_TENANT == 0) {
                freshTenant(random);
            }
            Ask ask = new RandomAsks(random).next(assets());
            for (Claim claim : ask.claims()) {
                Map<String, StoredAsset> before = tenant.assets();
                Map<String, Object> entity = claim.asEntity();
                if (ask.kind() == Ask.Kind.BY_NAME) {
                    // Atlan's own SDKs know only the name too, and send a placeholder.
                    entity.put("guid", "-1");
                }
                gateway.post("/sandbox/api/meta/entity/bulk", Map.of("entities", List.of(entity)));
                harm.count(claim, before, tenant.assets());
            }
        }
        assertThat(harm.created).as("created").isPositive();
        assertThat(harm.renamed).as("renamed").isPositive();
        assertThat(harm.overwritten).as("overwritten").isPositive();
        assertThat(harm.strangers).as("strangers changed").isPositive();
        assertThat(harm.administratorsLost).as("administrators lost").isPositive();
    }

    private Truth send(Ask ask) {
        Map<String, StoredAsset> before = tenant.assets();
        Answer answer = ask.sendTo(gateway);
        List<Told> told = ask.read(answer);
        return new Truth(ask, told, answer, before, tenant.assets());
    }

    /** A glossary and most of what is in it, or any request: what comes back with others is the hardest to tell. */
    private Ask askForAGlossaryOrAnything(Random random) {
        Ask any = new RandomAsks(random).next(assets());
        List<StoredAsset> glossaries = assets().stream()
                .filter(asset -> asset.typeName().equals("AtlasGlossary"))
                .toList();
        StoredAsset glossary = glossaries.get(random.nextInt(glossaries.size()));
        List<Claim> claims = new ArrayList<>(assets().stream()
                .filter(asset -> asset.guid().equals(glossary.guid())
                        || (asset.qualifiedName().endsWith("@" + glossary.qualifiedName()) && random.nextInt(10) > 0))
                .limit(40)
                .map(asset -> new Claim(asset.typeName(), asset.qualifiedName(), asset.guid(), asset.name(), List.of()))
                .toList());
        Collections.shuffle(claims, random);
        return random.nextInt(3) > 0
                ? any
                : new Ask(
                        random.nextBoolean() ? Ask.Kind.BATCH : Ask.Kind.GUARDED, claims, random.nextBoolean(), false);
    }

    private static Fault fault(Random random) {
        CallKind kind =
                random.nextInt(3) > 0 ? CallKind.WRITE : random.nextBoolean() ? CallKind.BULK_READ : CallKind.SEARCH;
        Duration later = Duration.ofSeconds(1 + random.nextInt(60));
        return switch (random.nextInt(11)) {
            case 0 -> Fault.dropsBeforeCommit(kind);
            case 1 -> Fault.dropsAfterCommit(kind);
            case 2 -> Fault.dropsThenCommits(kind, later);
            case 3 -> Fault.timesOutAfterCommit(kind);
            case 4 -> Fault.timesOutThenCommits(kind, later);
            case 5 -> Fault.truncates(kind);
            case 6 -> Fault.hidesAnswerBehindHtml(kind, "<html>hello</html>");
            case 7 -> Fault.maintenance(kind);
            case 8 -> Fault.tooManyRequests(kind, "2");
            case 9 -> Fault.answersHtml(kind, 400, "<html>bad</html>");
            default -> Fault.conflict();
        };
    }
}
