/** Where a series or a trend goes in the next hours, with intervals. Pure: event time only. */
package dev.bellwether.trend.forecast;
