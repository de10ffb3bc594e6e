package io.restoregateway.web.json;

import jakarta.validation.Payload;

/** Marks a constraint as being about assets named twice: nothing else wrong, it is {@code DUPLICATE_GUID}. */
public interface RepeatedGuid extends Payload {}
