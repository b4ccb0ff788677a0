/**
 * What every service asks of a request before it looks at what it says: an encoding it can read, a
 * size that memory bears, text that every store takes.
 */
package dev.bellwether.kit.request;
