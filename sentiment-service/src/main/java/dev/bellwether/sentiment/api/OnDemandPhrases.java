package dev.bellwether.sentiment.api;

import dev.bellwether.sentiment.phrases.CoreNlpReader;
import dev.bellwether.sentiment.phrases.PhraseDesk;
import dev.bellwether.sentiment.phrases.PhraseDesk.Limits;
import dev.bellwether.sentiment.phrases.UnusableModelsException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The desk for phrases where it is switched on. What is wrong with its models is told at start and
 * by its answers; it never keeps the service from scoring mentions.
 */
@Singleton
@Startup
public class OnDemandPhrases {

  private static final Logger LOG = Logger.getLogger(OnDemandPhrases.class);

  private static final String NO_FOLDER =
      "bellwether.phrases.models is not set: give it the folder that ./bellwether models phrases has filled";

  private final Optional<PhraseDesk> desk;

  public OnDemandPhrases(PhrasesSettings settings) {
    desk =
        settings.enabled()
            ? Optional.of(
                new PhraseDesk(
                    () -> CoreNlpReader.load(folder(settings)),
                    new Limits(settings.parallel(), settings.patience(), settings.timeout())))
            : Optional.empty();
    desk.ifPresent(open -> prepare(open, settings));
  }

  private static void prepare(PhraseDesk desk, PhrasesSettings settings) {
    try {
      CoreNlpReader.checkHeap(Runtime.getRuntime().maxMemory());
      folder(settings);
    } catch (UnusableModelsException e) {
      tell(e.getMessage());
      return;
    }
    if (settings.loadAtStart()) {
      desk.loadAhead(OnDemandPhrases::tell);
    }
  }

  private static Path folder(PhrasesSettings settings) {
    return settings.models().orElseThrow(() -> new UnusableModelsException(NO_FOLDER));
  }

  private static void tell(String reason) {
    LOG.errorf("no phrases will be read: %s", reason);
  }

  /** Empty where phrases are off. */
  Optional<PhraseDesk> desk() {
    return desk;
  }

  @PreDestroy
  void close() {
    desk.ifPresent(PhraseDesk::close);
  }
}
