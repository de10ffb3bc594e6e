/** The image and the composition of containers, as a user gets them. */
@NullMarked
package io.restoregateway.container;

import org.jspecify.annotations.NullMarked;
