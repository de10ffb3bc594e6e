package io.restoregateway.sandbox;

import java.util.AbstractMap;

/** A JSON object that never changes, deep down, and so need not be copied to be kept. */
abstract class FrozenObject extends AbstractMap<String, Object> {}
