/** Atlan's own bulk call, guarded: its wire shapes on our side, all or nothing, none of its dangers. */
@NullMarked
package io.restoregateway.web.atlan;

import org.jspecify.annotations.NullMarked;
