/**
 * Reads the CSV exports of ad platforms as they come: their own headers, titles above and totals
 * below, their numbers, days and breakdowns. What comes out are rows in the shape of {@code POST
 * /v1/ad-performance}, one for each identity, and a reason for each line that cannot be one.
 *
 * <p>Pure: the JDK and a CSV parser. docs/ad-figures.md is the user's page, docs/adr/0036 says
 * where the headers were found.
 */
package dev.bellwether.adexport;
