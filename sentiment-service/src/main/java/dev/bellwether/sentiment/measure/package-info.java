/**
 * How right and how fast the models are: the program behind {@code ./bellwether bench sentiment}.
 */
package dev.bellwether.sentiment.measure;
