/** The rule that protects the catalog: verify, restore, confirm; nothing else is ever sent. */
@NullMarked
package io.restoregateway.restore;

import org.jspecify.annotations.NullMarked;
