/** What counts say, and how sure it is: pure arithmetic. */
package dev.bellwether.sentiment.summary;
