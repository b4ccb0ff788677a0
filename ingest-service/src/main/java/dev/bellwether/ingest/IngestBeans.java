package dev.bellwether.ingest;

import dev.bellwether.ingest.archive.AuthorPseudonyms;
import dev.bellwether.ingest.hygiene.PostJudge;
import dev.bellwether.ingest.language.LanguageIdentifier;
import dev.bellwether.ingest.language.NgramLanguageIdentifier;
import dev.bellwether.ingest.mention.MentionComposer;
import dev.bellwether.ingest.mention.PostRedaction;
import dev.bellwether.ingest.privacy.PseudonymKeys;
import dev.bellwether.ingest.privacy.Pseudonyms;
import dev.bellwether.ingest.privacy.redaction.Redactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
  PseudonymKeys pseudonymKeys(@ConfigProperty(name = "bellwether.pseudonym-key") String keys) {
    return PseudonymKeys.parse(keys);
  }

  @Produces
  @Singleton
  Pseudonyms pseudonyms(PseudonymKeys keys) {
    return new Pseudonyms(keys.live());
  }

  @Produces
  @Singleton
  LanguageIdentifier languages() {
    return NgramLanguageIdentifier.load();
  }

  @Produces
  @Singleton
  PostRedaction redaction() {
    return new PostRedaction(new Redactor());
  }

  @Produces
  @Singleton
  PostJudge judge() {
    return new PostJudge();
  }

  @Produces
  @Singleton
  AuthorPseudonyms authorPseudonyms(Pseudonyms pseudonyms) {
    return pseudonyms::all;
  }

  @Produces
  @Singleton
  MentionComposer composer(LanguageIdentifier languages, Pseudonyms pseudonyms, PostJudge judge) {
    return new MentionComposer(languages, pseudonyms, judge);
  }
}
