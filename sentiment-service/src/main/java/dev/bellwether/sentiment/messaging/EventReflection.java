package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.monitor.Competitor;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.contracts.sentiment.WordContribution;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Event records that no REST method names: Jackson reaches them by reflection in a native image
 * too.
 */
@RegisterForReflection(
    targets = {
      Mention.class,
      Author.class,
      Engagement.class,
      Flags.class,
      Cause.class,
      ScoredMention.class,
      ScoredMention.Probabilities.class,
      SentimentLabel.class,
      Emotion.class,
      WordContribution.class,
      TargetSentiment.class,
      Correction.class,
      Monitor.class,
      Product.class,
      Competitor.class
    })
final class EventReflection {

  private EventReflection() {}
}
