/** Who restored what, when and on whose word; and the alarm. */
@NullMarked
package io.restoregateway.audit;

import org.jspecify.annotations.NullMarked;
