/** Bulk restore jobs over HTTP: reading the manifests that say what to restore, writing the reports that say what became of it. */
@NullMarked
package io.restoregateway.web.jobs;

import org.jspecify.annotations.NullMarked;
