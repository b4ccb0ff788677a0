/** The suite's API as a program with a key uses it. */
package dev.bellwether.local.client;
