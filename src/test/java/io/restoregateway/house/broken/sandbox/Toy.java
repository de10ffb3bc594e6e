package io.restoregateway.house.broken.sandbox;

/** What nobody should know. */
public class Toy {}
