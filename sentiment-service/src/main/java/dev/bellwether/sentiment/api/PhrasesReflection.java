package dev.bellwether.sentiment.api;

import dev.bellwether.sentiment.phrases.Feeling;
import dev.bellwether.sentiment.phrases.FeelingProbabilities;
import dev.bellwether.sentiment.phrases.Phrase;
import dev.bellwether.sentiment.phrases.PhraseTrees;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Phrases are the entity of a Response, whose type Quarkus does not see. */
@RegisterForReflection(
    targets = {
      PhraseTrees.class,
      PhraseTrees.Cut.class,
      Phrase.class,
      FeelingProbabilities.class,
      Feeling.class
    })
final class PhrasesReflection {

  private PhrasesReflection() {}
}
