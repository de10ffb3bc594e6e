/** What a visitor's browser makes of the service. */
@NullMarked
package io.restoregateway.browser;

import org.jspecify.annotations.NullMarked;
