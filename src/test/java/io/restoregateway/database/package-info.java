/** The databases that tests run on. */
@NullMarked
package io.restoregateway.database;

import org.jspecify.annotations.NullMarked;
