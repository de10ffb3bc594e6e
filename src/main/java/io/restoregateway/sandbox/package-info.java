/** An in-memory Atlan tenant with Atlan's traps, served under {@code /sandbox} by the profile of that name. */
@NullMarked
package io.restoregateway.sandbox;

import org.jspecify.annotations.NullMarked;
