/** Text on its way out to programs that may take it for more than text. */
package dev.bellwether.kit.text;
