/** The Restore Gateway: brings archived Atlan assets back without ever creating, renaming or overwriting one. */
@NullMarked
package io.restoregateway;

import org.jspecify.annotations.NullMarked;
