package dev.bellwether.sentiment.scoring;

import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A folder of the user's own models; every {@code *.bin} in it is meant to be one. */
final class ModelFolder {

  private ModelFolder() {}

  /**
   * The models of a folder, in the order of their files' names.
   *
   * @throws IOException naming the folder that cannot be listed or the file that is no sound model
   */
  static List<LinearModel> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "bellwether.models.folder is " + folder + ", which is no folder; make it or unset it");
    }
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".bin")).sorted().toList();
    }
    var models = new ArrayList<LinearModel>();
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        models.add(ModelFile.read(in));
      } catch (IOException e) {
        throw new IOException(
            "own model " + file + ": " + e.getMessage() + "; train it again or take it away", e);
      }
    }
    return models;
  }

  /**
   * Own models in place of those of the same task and language; the rest beside them.
   *
   * @throws IllegalArgumentException when two own models answer one task in one language
   */
  static List<LinearModel> replace(List<LinearModel> bundled, List<LinearModel> own) {
    var chosen = new LinkedHashMap<String, LinearModel>();
    bundled.forEach(model -> chosen.put(key(model), model));
    var replaced = new LinkedHashMap<String, LinearModel>();
    for (var model : own) {
      var before = replaced.put(key(model), model);
      if (before != null) {
        throw new IllegalArgumentException(
            "own models "
                + before.name()
                + " and "
                + model.name()
                + " both answer "
                + key(model)
                + ": keep one of them in the folder");
      }
    }
    chosen.putAll(replaced);
    return List.copyOf(chosen.values());
  }

  private static String key(LinearModel model) {
    return model.task().wireName() + " in " + model.language();
  }
}
