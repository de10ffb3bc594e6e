/** Atlan's REST API behind the gateway's ports: HTTP, the call budget, retries and Atlan's JSON; nothing of it leaves. */
@NullMarked
package io.restoregateway.atlan;

import org.jspecify.annotations.NullMarked;
