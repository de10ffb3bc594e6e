/** The promise, kept by the whole service over HTTP: with random requests, faults, interference and Atlan's own examples. */
@NullMarked
package io.restoregateway.promise;

import org.jspecify.annotations.NullMarked;
