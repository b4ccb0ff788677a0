package dev.bellwether.sentiment.model;

import java.util.List;
import java.util.Locale;

/** What a model answers, and the classes it may answer with, in the order of labelled files. */
public enum Task {
  SENTIMENT(List.of("negative", "neutral", "positive")),
  /** A fifth answer, none, is given by {@code scoring}, not by a class of its own. */
  EMOTION(List.of("anger", "joy", "optimism", "sadness")),
  IRONY(List.of("no", "yes")),
  OFFENSIVE(List.of("no", "yes"));

  private final List<String> classes;

  Task(List<String> classes) {
    this.classes = classes;
  }

  public List<String> classes() {
    return classes;
  }

  /** The name in model files and options. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when no task has that name
   */
  public static Task of(String wireName) {
    for (var task : values()) {
      if (task.wireName().equals(wireName)) {
        return task;
      }
    }
    throw new IllegalArgumentException(
        "no task is called " + wireName + "; there are sentiment, emotion, irony, offensive");
  }
}
