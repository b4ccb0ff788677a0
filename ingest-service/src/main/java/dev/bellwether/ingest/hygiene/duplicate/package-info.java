/**
 * Which posts say the same: near copies of a text share a cluster. docs/hygiene.md tells how, how
 * well and within which limits.
 */
package dev.bellwether.ingest.hygiene.duplicate;
