package io.restoregateway.atlan;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a search looks for. */
interface HitConditions {

    /** The conditions as the index is asked. */
    List<Map<String, Object>> asked();

    /** Whether a hit still is what is looked for; the index may lag, and compares some texts loosely. */
    boolean hold(JsonNode hit);
}
