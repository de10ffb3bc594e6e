package io.restoregateway.web;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.TypeName;
import io.restoregateway.restore.UpstreamError;
import io.restoregateway.restore.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Assets to tell stories with. */
final class Fixtures {

    static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    static final String OTHER_GUID = "51a28d46-b700-4c9d-807d-397f25f2b6d6";

    static final Warning ANY_WARNING = new Warning(Warning.Code.CHILDREN_STAY_ARCHIVED, "children stay");

    static final OtherAsset ANOTHER =
            new OtherAsset(new TypeName("AtlasGlossaryTerm"), new Guid(OTHER_GUID), "Example", "term@glossary");

    static final UpstreamError UPSTREAM =
            new UpstreamError(404, "ATLAS-404-00-005", "not found", GUID, "upstream-request");

    private Fixtures() {}

    static AssetIdentity connection() {
        return new AssetIdentity(
                new TypeName("Connection"), new QualifiedName("default/mongodb/mongodb.atlan.com"), new Guid(GUID));
    }

    static StoredAsset stored() {
        return new StoredAsset(
                connection(),
                "mongodb.atlan.com",
                Instant.parse("2026-11-21T10:00:00Z"),
                "jsmith",
                Map.of("name", "mongodb.atlan.com", "port", 27017),
                List.of(),
                true,
                false,
                Map.of());
    }

    static String connectionBody() {
        return "{\"typeName\":\"Connection\",\"qualifiedName\":\"default/mongodb/mongodb.atlan.com\",\"guid\":\"" + GUID
                + "\"}";
    }
}
