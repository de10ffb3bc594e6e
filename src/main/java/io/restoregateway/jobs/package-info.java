/** Durable bulk restores: a restart changes nothing but the time. */
@NullMarked
package io.restoregateway.jobs;

import org.jspecify.annotations.NullMarked;
