/**
 * Whether events flow: what is read and written, how far it is, and the health checks and metrics
 * of it.
 */
package dev.bellwether.kit.flow;
