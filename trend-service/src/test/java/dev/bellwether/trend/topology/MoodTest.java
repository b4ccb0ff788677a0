package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.Mentions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodTest {

  /** Two hours into the storm, which is then a trend. */
  private static final List<Mention> UNTIL_IT_RAGES =
      Mentions.withAStorm().stream()
          .filter(
              post -> post.createdAt().isBefore(Mentions.stormStart().plus(Duration.ofHours(2))))
          .toList();

  @TempDir Path state;

  @Test
  void aTrendWhosePostsAreNotScoredHasNoMood() {
    try (var playing = new Playing(1, state)) {
      playing.play(UNTIL_IT_RAGES);
      assertNull(only(playing).mood());
    }
  }

  @Test
  void aTrendTellsHowThePostsOfItsLastHourFeel() {
    try (var playing = new Playing(1, state)) {
      playAll(
          playing,
          (of, post) -> {
            of.pipe(post);
            of.score(post, label(post));
          });
      var mood = only(playing).mood();
      assertTrue(mood.negative() >= 15, mood::toString);
      assertEquals(0, mood.positive(), mood::toString);
    }
  }

  @Test
  void aScoreMayComeBeforeItsMentionOrLongAfterIt() {
    Trend.Mood together;
    Trend.Mood before;
    Trend.Mood after;
    try (var playing = new Playing(1, state.resolve("together"))) {
      playAll(
          playing,
          (of, post) -> {
            of.pipe(post);
            of.score(post, label(post));
          });
      together = only(playing).mood();
    }
    try (var playing = new Playing(1, state.resolve("before"))) {
      playAll(
          playing,
          (of, post) -> {
            of.score(post, label(post));
            of.pipe(post);
          });
      before = only(playing).mood();
    }
    try (var playing = new Playing(1, state.resolve("after"))) {
      playing.play(UNTIL_IT_RAGES);
      UNTIL_IT_RAGES.forEach(post -> playing.score(post, label(post)));
      playing.rest();
      after = only(playing).mood();
    }
    assertEquals(together, before);
    assertEquals(together, after);
  }

  @Test
  void whatAPersonCorrectsTakesThePlaceOfWhatTheModelSaid() {
    try (var playing = new Playing(1, state)) {
      playAll(
          playing,
          (of, post) -> {
            of.pipe(post);
            of.score(post, SentimentLabel.NEGATIVE);
            of.score(post, SentimentLabel.POSITIVE);
          });
      var mood = only(playing).mood();
      assertEquals(0, mood.negative(), mood::toString);
      assertTrue(mood.positive() >= 15, mood::toString);
    }
  }

  @Test
  void anErasedPostTakesItsMoodAlongAndALateScoreDoesNotBringItBack() {
    try (var playing = new Playing(1, state)) {
      playAll(
          playing,
          (of, post) -> {
            of.pipe(post);
            of.score(post, label(post));
          });
      var before = only(playing).mood();
      var last = UNTIL_IT_RAGES.stream().filter(Playing::stormy).toList().getLast();

      playing.play(List.of(Playing.as(last, 2, Cause.ERASED, Flags.NONE)));
      playing.score(last, SentimentLabel.POSITIVE);
      // another score, so that there is something to tell
      var other = UNTIL_IT_RAGES.stream().filter(Playing::stormy).toList().reversed().get(1);
      playing.score(other, SentimentLabel.POSITIVE);
      playing.rest();

      var after = only(playing).mood();
      assertEquals(before.negative() - 2, after.negative(), after::toString);
      assertEquals(1, after.positive(), after::toString);
    }
  }

  @Test
  void aScoreThatIsTakenBackBeforeItIsToldIsNeverTold() {
    try (var playing = new Playing(1, state)) {
      playAll(
          playing,
          (of, post) -> {
            of.pipe(post);
            of.score(post, label(post));
            of.scores().pipeInput("w|" + post.id(), null);
          });
      assertNull(only(playing).mood());
    }
  }

  @Test
  void aScoreThatCannotBeReadGoesToItsOwnDeadLetters() {
    try (var playing = new Playing(1, state)) {
      var bad = "{no json".getBytes(StandardCharsets.UTF_8);
      playing.scores().pipeInput("w|x:bad", bad);
      playing.play(UNTIL_IT_RAGES);

      var letter = playing.letters(Topics.SCORED_MENTIONS).readRecord();
      assertEquals("w|x:bad", letter.key());
      assertArrayEquals(bad, letter.value());
      assertNotNull(letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE));
      assertTrue(playing.letters(Topics.MENTIONS).isEmpty());
      assertEquals(1, playing.trends().size());
    }
  }

  private static SentimentLabel label(Mention post) {
    return Playing.stormy(post) ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
  }

  private static void playAll(Playing playing, BiConsumer<Playing, Mention> way) {
    UNTIL_IT_RAGES.forEach(post -> way.accept(playing, post));
    playing.rest();
  }

  private static Trend only(Playing playing) {
    var trends = playing.trends();
    assertEquals(1, trends.size(), trends::toString);
    return trends.values().iterator().next();
  }
}
