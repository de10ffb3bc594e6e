/** How the house is laid out, held by rules, and a broken fixture that shows that they bite. */
@NullMarked
package io.restoregateway.house;

import org.jspecify.annotations.NullMarked;
