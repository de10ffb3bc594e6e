/** That what a document tells its readers to type does what the document shows. */
@NullMarked
package io.restoregateway.walkthrough;

import org.jspecify.annotations.NullMarked;
