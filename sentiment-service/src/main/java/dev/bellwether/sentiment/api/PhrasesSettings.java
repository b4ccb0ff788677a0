package dev.bellwether.sentiment.api;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Phrases on demand; {@code application.properties} says why. */
@ConfigMapping(prefix = "bellwether.phrases")
public interface PhrasesSettings {

  boolean enabled();

  /** The folder with the three model files. */
  Optional<Path> models();

  boolean loadAtStart();

  int parallel();

  Duration patience();

  Duration timeout();
}
