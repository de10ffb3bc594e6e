/** Reading request bodies strictly: nothing is coerced, ignored or guessed, and every problem is found at once. */
@NullMarked
package io.restoregateway.web.json;

import org.jspecify.annotations.NullMarked;
