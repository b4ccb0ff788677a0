/** How many posts a core takes from text to trend, and what a term costs in memory. */
package dev.bellwether.trend.measure.throughput;
