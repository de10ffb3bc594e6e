/** Who may call the gateway. */
@NullMarked
package io.restoregateway.access;

import org.jspecify.annotations.NullMarked;
