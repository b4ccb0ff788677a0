/** How early emerging topics are found in a stream of real posts, and how often wrongly. */
package dev.bellwether.trend.measure.events;
