package dev.bellwether.sentiment.scoring;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.model.Prediction;
import dev.bellwether.sentiment.scoring.Scoring.EmotionScore;
import dev.bellwether.sentiment.scoring.Scoring.Flag;
import java.util.ArrayList;
import java.util.List;

/** From what each model says to what is said of the text. */
final class Answers {

  private static final SentimentLabel[] LABELS = {
    SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE
  };
  private static final Emotion[] EMOTIONS = {
    Emotion.ANGER, Emotion.JOY, Emotion.OPTIMISM, Emotion.SADNESS
  };

  private Answers() {}

  static Scoring of(List<Prediction> predictions) {
    Prediction sentiment = null;
    Prediction emotion = null;
    Flag irony = null;
    Flag offensive = null;
    var models = new ArrayList<String>(predictions.size());
    for (var prediction : predictions) {
      models.add(prediction.model());
      switch (prediction.task()) {
        case SENTIMENT -> sentiment = prediction;
        case EMOTION -> emotion = prediction;
        case IRONY -> irony = flag(prediction);
        case OFFENSIVE -> offensive = flag(prediction);
      }
    }
    var feeling = emotion == null ? null : emotion(emotion, sentiment);
    if (sentiment == null) {
      return new Scoring(
          SentimentLabel.UNKNOWN, null, null, null, feeling, irony, offensive, models);
    }
    return new Scoring(
        LABELS[sentiment.best()],
        new Probabilities(
            sentiment.probability(0), sentiment.probability(1), sentiment.probability(2)),
        confidence(sentiment, irony),
        sentiment.model(),
        feeling,
        irony,
        offensive,
        models);
  }

  private static Flag flag(Prediction prediction) {
    return new Flag(prediction.best() == 1, prediction.probability(1));
  }

  private static double confidence(Prediction sentiment, Flag irony) {
    double own = sentiment.probability(sentiment.best());
    if (irony == null || !irony.set()) {
      return own;
    }
    return (1 - irony.probability()) * own + irony.probability() / LABELS.length;
  }

  private static EmotionScore emotion(Prediction emotion, Prediction sentiment) {
    boolean neutral = sentiment != null && LABELS[sentiment.best()] == SentimentLabel.NEUTRAL;
    return new EmotionScore(
        neutral ? Emotion.NONE : EMOTIONS[emotion.best()], emotion.probability(emotion.best()));
  }
}
