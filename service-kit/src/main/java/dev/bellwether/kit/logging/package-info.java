/** What a log may say: no personal data, and one line an outage. */
package dev.bellwether.kit.logging;
