package dev.bellwether.trend;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Seeded mentions as ingest would write them. */
public final class Mentions {

  public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final List<String> TALK =
      List.of(
          "coffee",
          "morning",
          "kettle",
          "grinder",
          "roast",
          "beans",
          "milk",
          "office",
          "weekend",
          "espresso",
          "filter",
          "machine",
          "colour",
          "design",
          "counter",
          "delivery",
          "parcel",
          "review",
          "price",
          "friend",
          "kitchen",
          "birthday",
          "present",
          "water");

  private static final List<String> COMPLAINT =
      List.of("leaking", "refund", "#brandfail", "hotline", "unacceptable");

  private Mentions() {}

  public static Mention mention(
      String id, Instant createdAt, String author, String text, List<String> hashtags) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        "w",
        id,
        1,
        Cause.CAPTURED,
        "x",
        null,
        "post",
        text,
        "en",
        createdAt,
        createdAt,
        new Author(author, "k1", null),
        Engagement.NONE,
        hashtags,
        List.of(),
        List.of(),
        null,
        List.of("m"),
        Flags.NONE);
  }

  /** Three quiet days, and on the third from {@link #stormStart()} on six hours of complaints. */
  public static List<Mention> withAStorm() {
    var random = new Random(11);
    var mentions = new ArrayList<Mention>();
    for (int minute = 0; minute < 3 * 24 * 60; minute++) {
      var time = START.plus(Duration.ofMinutes(minute));
      if (random.nextInt(3) == 0) {
        mentions.add(post(mentions.size(), time, TALK, random));
      }
      boolean storm =
          !time.isBefore(stormStart()) && time.isBefore(stormStart().plus(Duration.ofHours(6)));
      if (storm && random.nextInt(2) == 0) {
        mentions.add(post(mentions.size(), time.plusSeconds(30), COMPLAINT, random));
      }
    }
    mentions.sort(Comparator.comparing(Mention::createdAt));
    return mentions;
  }

  public static Instant stormStart() {
    return START.plus(Duration.ofHours(2 * 24 + 10));
  }

  private static Mention post(int number, Instant time, List<String> vocabulary, Random random) {
    var words = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      words.add(vocabulary.get(random.nextInt(vocabulary.size())));
    }
    var tags =
        words.stream()
            .filter(word -> word.startsWith("#"))
            .map(word -> word.substring(1))
            .distinct()
            .toList();
    return mention(
        "x:" + number,
        time,
        "author" + random.nextInt(3_000),
        "The " + String.join(" and the ", words),
        tags);
  }
}
