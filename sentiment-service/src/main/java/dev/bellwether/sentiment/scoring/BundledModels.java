package dev.bellwether.sentiment.scoring;

import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The models that come with the service, and the user's own. Loaded before it is ready, so that a
 * damaged file shows at start.
 */
public class BundledModels {

  private static final String FOLDER = "/models/";

  /** One file name a line: a native image cannot list its resources. */
  private static final String INDEX = FOLDER + "index.txt";

  @Produces
  @Singleton
  @Startup
  SentimentScorer scorer(@ConfigProperty(name = "bellwether.models.folder") Optional<Path> own) {
    try {
      var bundled = bundled();
      return new SentimentScorer(
          own.isEmpty() ? bundled : ModelFolder.replace(bundled, ModelFolder.read(own.get())));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * The models that come with the service.
   *
   * @throws IOException naming a file that is missing or no sound model
   */
  public static List<LinearModel> bundled() throws IOException {
    try {
      // on all cores: with eleven files it shows in how long a start takes
      return index().parallelStream().map(BundledModels::read).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static LinearModel read(String file) {
    try (var in = open(FOLDER + file)) {
      return ModelFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("bundled model " + file + ": " + e.getMessage(), e));
    }
  }

  private static List<String> index() throws IOException {
    try (var in = open(INDEX)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  private static InputStream open(String resource) throws IOException {
    var in = BundledModels.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("the service was packaged without " + resource);
    }
    return in;
  }
}
