package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.trend.Mentions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalsTest {

  @TempDir Path state;

  @Test
  void aTopicThatBeginsIsSignalledOnceAndAlikeHoweverOftenTheLogIsPlayed() {
    var first = signalsOf(Mentions.withAStorm(), "one");
    var again = signalsOf(Mentions.withAStorm(), "two");

    assertEquals(1, first.size(), first::toString);
    var signal = first.getFirst();
    assertEquals(SignalKind.NEW_TOPIC, signal.kind());
    assertEquals("m", signal.subject());
    assertTrue(signal.score() > 0.5 && signal.score() < 1, signal::toString);
    assertTrue(signal.at().isAfter(Mentions.stormStart()), signal::toString);
    assertEquals(first, again);
  }

  @Test
  void aTopicThatFadedAndComesBackIsTheSameTrendAndSignalled() {
    var twice = new ArrayList<>(Mentions.withAStorm());
    var later = Duration.ofHours(12);
    Mentions.withAStorm().stream()
        .filter(Playing::stormy)
        .map(post -> again(post, later))
        .forEach(twice::add);
    twice.sort(Comparator.comparing(Mention::createdAt));

    var signals = signalsOf(twice, "twice");

    assertEquals(
        List.of(SignalKind.NEW_TOPIC, SignalKind.TOPIC_BACK),
        signals.stream().map(Signal::kind).toList(),
        signals::toString);
    assertEquals(signals.getFirst().trend(), signals.getLast().trend());
    assertTrue(
        signals.getLast().at().isAfter(Mentions.stormStart().plus(later)), signals::toString);
  }

  @Test
  void aTrendThatGoesOnHasAnOutlookAndOneThatHasEndedHasNone() {
    try (var playing = new Playing(1, state)) {
      playing.play(
          Mentions.withAStorm().stream()
              .filter(
                  post ->
                      post.createdAt().isBefore(Mentions.stormStart().plus(Duration.ofHours(3))))
              .toList());
      var trend = playing.trends().values().iterator().next();
      var outlook = trend.outlook();
      assertNotNull(outlook, trend::toString);
      assertTrue(outlook.low90() <= outlook.low50() && outlook.low50() <= outlook.median());
      assertTrue(outlook.median() <= outlook.high50() && outlook.high50() <= outlook.high90());
      assertTrue(outlook.median() > 0, outlook::toString);
    }
    try (var playing = new Playing(1, state.resolve("ended"))) {
      var mentions = new ArrayList<>(Mentions.withAStorm());
      mentions.add(
          Mentions.mention(
              "x:late", Mentions.START.plus(Duration.ofHours(90)), "a", "coffee", List.of()));
      playing.play(mentions);
      var ended = playing.trends().values().iterator().next();
      assertEquals(TrendState.ENDED, ended.state());
      assertNull(ended.outlook());
    }
  }

  private List<Signal> signalsOf(List<Mention> mentions, String name) {
    try (var playing = new Playing(1, state.resolve(name))) {
      playing.play(mentions);
      return playing.signals();
    }
  }

  private static Mention again(Mention post, Duration later) {
    return Mentions.mention(
        post.id() + "-again",
        post.createdAt().plus(later),
        post.author().pseudonym(),
        post.text(),
        post.hashtags());
  }
}
