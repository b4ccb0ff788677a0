package dev.bellwether.sentiment.scoring;

import dev.bellwether.sentiment.model.ModelFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The models that come with the service. Loaded before it is ready, so that a damaged file shows at
 * start.
 */
public class BundledModels {

  private static final String ENGLISH = "/models/en-linear-1.bin";

  @Produces
  @Singleton
  @Startup
  SentimentScorer scorer() {
    try (var file = BundledModels.class.getResourceAsStream(ENGLISH)) {
      if (file == null) {
        throw new IllegalStateException("the service was packaged without " + ENGLISH);
      }
      return new SentimentScorer(List.of(ModelFile.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(ENGLISH, e);
    }
  }
}
