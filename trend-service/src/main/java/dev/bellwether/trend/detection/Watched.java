package dev.bellwether.trend.detection;

/** Which monitor. */
public record Watched(String workspace, String monitor) {}
