/**
 * The suite on one machine: what runs, where it keeps its data, and the commands up, down, status
 * and logs.
 */
package dev.bellwether.local.suite;
