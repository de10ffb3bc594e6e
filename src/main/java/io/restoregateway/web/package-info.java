/** HTTP in: controllers, request and response records, OpenAPI; the only place that knows status codes. */
@NullMarked
package io.restoregateway.web;

import org.jspecify.annotations.NullMarked;
