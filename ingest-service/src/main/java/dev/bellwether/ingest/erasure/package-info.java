/**
 * Erasure of posts and authors over the whole suite, and what is held about an author. The steps
 * and what each leaves behind: docs/erasure.md.
 */
package dev.bellwether.ingest.erasure;
