package dev.bellwether.ingest;

import dev.bellwether.ingest.hygiene.PostJudge;
import dev.bellwether.ingest.language.LanguageIdentifier;
import dev.bellwether.ingest.mention.MentionComposer;
import dev.bellwether.ingest.privacy.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins the pure parts, which know nothing of Quarkus, to the service. */
@ApplicationScoped
public class IngestBeans {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Pseudonyms pseudonyms(@ConfigProperty(name = "bellwether.pseudonym-key") String key) {
    return new Pseudonyms(Base64.getDecoder().decode(key));
  }

  @Produces
  @Singleton
  PostJudge judge() {
    return new PostJudge();
  }

  @Produces
  @Singleton
  MentionComposer composer(LanguageIdentifier languages, Pseudonyms pseudonyms, PostJudge judge) {
    return new MentionComposer(languages, pseudonyms, judge);
  }
}
