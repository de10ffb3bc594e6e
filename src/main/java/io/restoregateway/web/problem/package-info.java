/** The problem catalogue: every refusal and failure that a caller can be told, and how it is told. */
@NullMarked
package io.restoregateway.web.problem;

import org.jspecify.annotations.NullMarked;
