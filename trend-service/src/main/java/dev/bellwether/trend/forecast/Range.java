package dev.bellwether.trend.forecast;

/**
 * What a figure may come to: always {@code low90 <= low50 <= median <= high50 <= high90}.
 *
 * @param low50 half of what may come lies between it and {@code high50}
 * @param low90 nine tenths of what may come lie between it and {@code high90}
 */
public record Range(double median, double low50, double high50, double low90, double high90) {}
