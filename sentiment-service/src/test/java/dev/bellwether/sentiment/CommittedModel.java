package dev.bellwether.sentiment;

import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.Task;
import dev.bellwether.sentiment.scoring.BundledModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The models that the service carries. */
public final class CommittedModel {

  private CommittedModel() {}

  /** All of them. */
  public static List<LinearModel> all() {
    try {
      return BundledModels.bundled();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that answers a task in a language. */
  public static LinearModel of(Task task, String language) {
    return all().stream()
        .filter(model -> model.task() == task && model.language().equals(language))
        .findFirst()
        .orElseThrow();
  }

  /** English sentiment as its file's bytes. */
  public static byte[] bytes() {
    try (var file = CommittedModel.class.getResourceAsStream("/models/en-sentiment.bin")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
