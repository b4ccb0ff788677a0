/** How good forecasts are, on series of one's own. */
package dev.bellwether.trend.measure.forecast;
