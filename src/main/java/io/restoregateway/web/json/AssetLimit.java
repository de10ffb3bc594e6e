package io.restoregateway.web.json;

import jakarta.validation.Payload;

/** Marks the length of a list as the number of assets that one call takes: more is {@code TOO_MANY_ASSETS}. */
public interface AssetLimit extends Payload {}
