/**
 * A seeded simulator of a feed and of an ad account whose truth is known. The makers and their
 * bottles are invented; the vocabulary lies in text files beside the classes, one a language.
 */
package dev.bellwether.local.simulator;
