package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Ask.Claim;
import io.restoregateway.promise.Ask.Kind;
import io.restoregateway.promise.Ask.Told;
import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.OtherUser;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody changes the tenant between verification and write, which no client can prevent: it must be told. */
class InterferenceTest extends PromiseTestCase {

    private static final int CASES = Integer.getInteger("promise.interferences", 600);

    private static final Set<String> PLAIN = Set.of("Database", "Schema", "Table", "Column", "View");

    /** Types of which more than the names is sent: a value that the answer to the write does not show. */
    private static final Map<String, String> MANDATORY = Map.of("Link", "link", "Procedure", "definition");

    private enum Interference {
        RENAMED,
        NAME_CHANGED,
        DESCRIBED,
        RESTORED,
        RESTORED_AND_NAME_CHANGED,
        RESTORED_AND_RENAMED,
        RESTORED_AND_ARCHIVED,
        PURGED,
        PURGED_AND_REPLACED,
        PURGED_AND_REPLACED_BY_ARCHIVED,
        ADMINISTRATORS_CHANGED,
        MANDATORY_VALUE_CHANGED,
        TWIN_CREATED
    }

    @Test
    void toldWhereAnythingElseWasChanged() {
        Map<Interference, Integer> alarms = new EnumMap<>(Interference.class);
        List<Interference> all = List.of(Interference.values());
        for (int number = 0; number < CASES; number++) {
            Random random = new Random(SEED + number);
            if (number % 20 == 0) {
                freshTenant(random);
            }
            Interference interference = all.get(number % all.size());
            if (isTold(interference, random, number)) {
                alarms.merge(interference, 1, Integer::sum);
            }
        }
        assertThat(alarms)
                .containsOnlyKeys(
                        Interference.RENAMED,
                        Interference.NAME_CHANGED,
                        Interference.RESTORED_AND_NAME_CHANGED,
                        Interference.RESTORED_AND_RENAMED,
                        Interference.PURGED_AND_REPLACED,
                        Interference.PURGED_AND_REPLACED_BY_ARCHIVED,
                        Interference.ADMINISTRATORS_CHANGED,
                        Interference.MANDATORY_VALUE_CHANGED)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(CASES / 40));
    }

    private boolean isTold(Interference interference, Random random, int number) {
        boolean connections = interference == Interference.ADMINISTRATORS_CHANGED;
        boolean others = interference == Interference.MANDATORY_VALUE_CHANGED;
        if (connections || others) {
            // There are few of these.
            tenant.reset();
        }
        List<StoredAsset> archived = assets().stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> connections
                        ? asset.typeName().equals("Connection")
                                && !admins(asset).isEmpty()
                        : (others ? MANDATORY.keySet() : PLAIN).contains(asset.typeName()) && isAlone(asset))
                .toList();
        StoredAsset target = archived.get(random.nextInt(archived.size()));
        Ask ask = ask(target, archived, connections, random);
        AtomicReference<Map<String, StoredAsset>> before = new AtomicReference<>(tenant.assets());
        tenant.beforeNextWrite(sandbox -> {
            interfere(interference, sandbox, target);
            before.set(sandbox.assets());
        });
        Answer answer = ask.sendTo(gateway);
        List<Told> told = ask.read(answer);
        told(
                number,
                interference + " of " + target.guid() + ": " + ask + " " + answer,
                () -> check(told, before.get()));
        return told.stream().anyMatch(InterferenceTest::isAlarm);
    }

    private Ask ask(StoredAsset target, List<StoredAsset> archived, boolean connections, Random random) {
        if (connections) {
            return new Ask(Kind.CONNECTION, List.of(claim(target, List.of("new"))), false, false);
        }
        List<Claim> claims = Stream.concat(
                        Stream.of(target), random.ints(3, 0, archived.size()).mapToObj(archived::get))
                .distinct()
                .map(asset -> claim(asset, List.of()))
                .toList();
        return switch (random.nextInt(3)) {
            case 0 -> new Ask(Kind.ASSET, claims.subList(0, 1), false, false);
            case 1 -> new Ask(Kind.BATCH, claims, false, false);
            default -> new Ask(Kind.GUARDED, claims, false, false);
        };
    }

    private static Claim claim(StoredAsset asset, List<String> admins) {
        return new Claim(asset.typeName(), asset.qualifiedName(), asset.guid(), asset.name(), admins);
    }

    private static void interfere(Interference interference, SandboxTenant sandbox, StoredAsset target) {
        String guid = target.guid();
        OtherUser other = sandbox.as("somebody");
        switch (interference) {
            case RENAMED -> other.rename(guid, target.qualifiedName() + "_RENAMED");
            case NAME_CHANGED -> other.edit(guid, "name", "another name");
            case DESCRIBED -> other.edit(guid, "description", "another description");
            case RESTORED -> other.restore(guid);
            case RESTORED_AND_NAME_CHANGED -> other.restore(guid).edit(guid, "name", "another name");
            case RESTORED_AND_RENAMED -> other.restore(guid).rename(guid, target.qualifiedName() + "_RENAMED");
            case RESTORED_AND_ARCHIVED -> other.restore(guid).archive(guid);
            case PURGED -> other.purge(guid);
            case PURGED_AND_REPLACED -> {
                other.createNamesake(guid);
                other.purge(guid);
            }
            case PURGED_AND_REPLACED_BY_ARCHIVED -> {
                other.archive(other.createNamesake(guid));
                other.purge(guid);
            }
            case ADMINISTRATORS_CHANGED -> other.changeAdmins(guid, List.of("somebody"));
            case MANDATORY_VALUE_CHANGED -> other.edit(guid, MANDATORY.get(target.typeName()), "another value");
            case TWIN_CREATED -> other.createNamesake(guid);
        }
    }

    /** Whatever the write changed besides bringing back what was asked for, somebody was told. */
    private void check(List<Told> told, Map<String, StoredAsset> before) {
        Map<String, StoredAsset> after = tenant.assets();
        boolean harm = !before.keySet().containsAll(after.keySet());
        for (StoredAsset now : after.values()) {
            StoredAsset old = before.getOrDefault(now.guid(), now);
            String what = told.stream()
                    .filter(one -> one.guid().equals(now.guid()))
                    .map(Told::what)
                    .findFirst()
                    .orElse("not asked for");
            boolean overwritten = !Objects.equals(old.attributes(), now.attributes());
            boolean stranger = !now.equals(old) && what.equals("not asked for");
            harm |= overwritten || stranger;
            if (what.equals("RESTORED")) {
                assertThat(overwritten).as("overwritten: %s with %s", old, now).isFalse();
                assertThat(old.isArchived() && !now.isArchived()).as("%s", now).isTrue();
            }
            if (overwritten) {
                assertThat(what).as("%s", now).contains("UNEXPECTED_CHANGE");
            }
        }
        assertThat(told.stream().anyMatch(InterferenceTest::isAlarm) || !harm)
                .as("told: %s", told)
                .isTrue();
    }

    private static boolean isAlarm(Told one) {
        return one.what().contains("UNEXPECTED_CHANGE");
    }

    private boolean isAlone(StoredAsset asset) {
        return tenant.named(asset.qualifiedName()).size() == 1
                && asset.access() == io.restoregateway.sandbox.AssetAccess.FULL;
    }

    private static List<?> admins(StoredAsset asset) {
        return Objects.requireNonNullElse((List<?>) asset.attributes().get("adminUsers"), List.of());
    }
}
