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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Joins the pure parts, which know nothing of Quarkus, to the service. */
@ApplicationScoped
public class IngestBeans {

  private static final Logger LOG = Logger.getLogger(IngestBeans.class);

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
    Set<String> told = ConcurrentHashMap.newKeySet();
    return new PostRedaction(
        new Redactor()::redact,
        failure -> {
          // Its message may quote the post; one line a kind, since a client may send it for ever
          String name = failure.getClass().getName();
          if (told.add(name)) {
            LOG.errorf("redaction failed on a row, which is rejected: %s", name);
          }
        });
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
