/**
 * How a service acknowledges an erasure. It removes what is erased where it reads {@code mentions};
 * this only watches how far it has read, and says so.
 */
package dev.bellwether.kit.erasure;
