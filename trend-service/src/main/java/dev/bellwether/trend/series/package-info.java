/**
 * Known series: is this value of a count, a share or a price what is usual here? A pure kernel that
 * looks at one value after the other, by the value's own time; docs/trends-series.md tells how.
 */
package dev.bellwether.trend.series;
