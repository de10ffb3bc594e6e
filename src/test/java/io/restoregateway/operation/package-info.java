/** What operators see of a gateway: health, metrics, logs, traces; and what nobody may see: secrets. */
package io.restoregateway.operation;
