package dev.bellwether.trend.series;

/** A value's judgement, and what is to be remembered for the next. */
public record Step(SeriesMemory memory, Judgement judgement) {}
