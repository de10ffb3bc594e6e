/** Finding archived assets. */
@NullMarked
package io.restoregateway.archive;

import org.jspecify.annotations.NullMarked;
