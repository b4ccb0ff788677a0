/** Measures what the suite can do, with the real parts: {@code ./bellwether bench}. */
package dev.bellwether.local.bench;
