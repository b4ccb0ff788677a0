package dev.bellwether.sentiment;

import dev.bellwether.sentiment.model.FlatModel;
import dev.bellwether.sentiment.model.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The model that the service carries. */
public final class CommittedModel {

  private CommittedModel() {}

  public static byte[] bytes() {
    try (var file = CommittedModel.class.getResourceAsStream("/models/en-linear-1.bin")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static FlatModel load() {
    try (var file = CommittedModel.class.getResourceAsStream("/models/en-linear-1.bin")) {
      return ModelFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
