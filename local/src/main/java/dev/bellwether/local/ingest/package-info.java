/**
 * Files into the suite: rows of mentions or ad figures are read, mapped onto the API's fields,
 * sorted by event time and posted to the gateway in batches that survive a service's death.
 */
package dev.bellwether.local.ingest;
