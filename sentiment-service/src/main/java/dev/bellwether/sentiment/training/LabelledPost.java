package dev.bellwether.sentiment.training;

/**
 * A post and what people said of it.
 *
 * @param label position among the task's classes
 */
public record LabelledPost(int label, String text) {}
