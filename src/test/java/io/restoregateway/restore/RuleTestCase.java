package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What every test of the rule needs: a tenant in memory, a clock that ticks, and the use case on top of them. */
abstract class RuleTestCase {

    final TickingClock clock = new TickingClock();

    final TenantDouble tenant = new TenantDouble(clock);

    final List<RestoreOutcome.UnexpectedChange> alarms = new ArrayList<>();

    RestoreSettings settings = RestoreSettings.DEFAULT;

    RestoreAssets rule() {
        return new RestoreAssets(tenant, clock, clock, alarms::add, settings);
    }

    RestoreOutcome restore(StoredAsset asset) {
        return restore(claim(asset));
    }

    RestoreOutcome restore(AssetClaim claim) {
        return rule().restore(List.of(claim), RestoreOptions.DEFAULT).getFirst();
    }

    List<RestoreOutcome> restoreAll(StoredAsset... assets) {
        return restoreAll(RestoreOptions.DEFAULT, assets);
    }

    List<RestoreOutcome> restoreAll(RestoreOptions options, StoredAsset... assets) {
        return rule().restore(Arrays.stream(assets).map(RuleTestCase::claim).toList(), options);
    }

    /** Refused for that reason, and nothing was written. */
    void assertRefused(RestoreOutcome outcome, Refusal.Reason reason) {
        assertThat(reason(outcome)).isEqualTo(reason);
        assertThat(tenant.writes()).isEmpty();
    }

    static AssetClaim claim(StoredAsset asset) {
        return AssetClaim.of(asset.identity());
    }

    static AssetClaim claim(StoredAsset asset, String attribute, Object value) {
        return new AssetClaim(asset.identity(), Map.of(attribute, value), AdministratorsClaim.NONE);
    }

    static AssetClaim claimingAdmins(StoredAsset asset, String... users) {
        return new AssetClaim(
                asset.identity(),
                Map.of(),
                AdministratorsClaim.adding(new Administrators(List.of(users), List.of(), List.of())));
    }

    static Refusal.Reason reason(RestoreOutcome outcome) {
        return switch (outcome) {
            case RestoreOutcome.Refused refused -> refused.refusal().reason();
            case RestoreOutcome.NotFound notFound -> notFound.refusal().reason();
            default -> throw new AssertionError("not refused: " + outcome);
        };
    }

    static List<Warning.Code> warnings(RestoreOutcome outcome) {
        List<Warning> warnings = switch (outcome) {
            case RestoreOutcome.Restored restored -> restored.warnings();
            case RestoreOutcome.WouldRestore would -> would.warnings();
            case RestoreOutcome.AlreadyActive active -> active.warnings();
            default -> throw new AssertionError("no warnings with " + outcome);
        };
        return warnings.stream().map(Warning::code).toList();
    }
}
