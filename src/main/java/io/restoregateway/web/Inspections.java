package io.restoregateway.web;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Inspection;
import io.restoregateway.restore.Refusal;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.Verification;
import io.restoregateway.web.AssetState.Status;
import io.restoregateway.web.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what a restore would say of an asset. */
@Component
final class Inspections {

    private final RestoreAssets assets;

    private final AssetLinks links;

    Inspections(RestoreAssets assets, AssetLinks links) {
        this.assets = assets;
        this.links = links;
    }

    /** @throws ProblemException when there is no such asset, or it may not be read */
    InspectedAsset of(Guid guid) {
        Inspection inspection = assets.inspect(guid);
        StoredAsset asset = inspection.asset();
        return switch (inspection.verification()) {
            case Verification.Verified verified -> archived(verified.asset().stored(), verified);
            case Verification.AlreadyActive active -> active(active.asset());
            case Verification.Refused refused -> {
                if (asset == null) {
                    throw new ProblemException(
                            OutcomeProblems.of(refused.refusal(), "").guid(guid.value()));
                }
                yield refused(asset, refused.refusal());
            }
        };
    }

    private InspectedAsset archived(StoredAsset asset, Verification.Verified verified) {
        return new InspectedAsset(
                FoundAsset.Identity.of(asset.identity()),
                asset.name(),
                Status.DELETED,
                asset.updatedBy(),
                asset.updatedAt(),
                links.to(asset.guid()),
                true,
                List.of(),
                Outcomes.lines(verified.brings()),
                WarningLine.of(verified.warnings()));
    }

    private InspectedAsset active(StoredAsset asset) {
        return new InspectedAsset(
                FoundAsset.Identity.of(asset.identity()),
                asset.name(),
                Status.ACTIVE,
                null,
                null,
                links.to(asset.guid()),
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private InspectedAsset refused(StoredAsset asset, Refusal refusal) {
        return new InspectedAsset(
                FoundAsset.Identity.of(asset.identity()),
                asset.name(),
                Status.DELETED,
                asset.updatedBy(),
                asset.updatedAt(),
                links.to(asset.guid()),
                false,
                List.of(OutcomeProblems.of(refusal, "").about(asset.identity()).build()),
                List.of(),
                List.of());
    }
}
