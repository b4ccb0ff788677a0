package dev.bellwether.local.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Scenario SCENARIO = Scenario.of(Scenario.DEFAULT_SEED, Scenario.DEFAULT_END);

  /**
   * Changes whenever the simulator or its vocabulary does: look at the posts again, then put the
   * new one here.
   */
  private static final String GOLDEN =
      "d675e4b4e43bb3d1d2ce26b738134e7ffddd27e45aa42ca2e08fee85a01e542a";

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    assertEquals(GOLDEN, checksum(SCENARIO));
    assertEquals(GOLDEN, checksum(Scenario.of(Scenario.DEFAULT_SEED, Scenario.DEFAULT_END)));
    assertNotEquals(GOLDEN, checksum(Scenario.of(Scenario.DEFAULT_SEED + 1, Scenario.DEFAULT_END)));
  }

  @Test
  void twoWeeksBringMoreThanTwentyThousandPostsInOrderOfTime() {
    List<Instant> times = SCENARIO.posts().stream().map(Post::at).toList();
    assertTrue(times.size() >= 20_000 && times.size() <= 26_000, () -> times.size() + " posts");
    assertEquals(times.stream().sorted().toList(), times);
    assertFalse(times.getFirst().isBefore(SCENARIO.timeline().start()));
    assertTrue(times.getLast().isBefore(SCENARIO.timeline().end()));
    assertEquals(
        Duration.ofDays(14),
        Duration.between(SCENARIO.timeline().start(), SCENARIO.timeline().end()));
  }

  @Test
  void everyPostIsARowTheApiTakes() throws Exception {
    ObjectMapper json = new ObjectMapper();
    String[] lines =
        WireFormat.ndjson(SCENARIO.posts().stream().map(Post::row).toList()).split("\n");
    Set<String> ids = new HashSet<>();
    for (String line : lines) {
      JsonNode row = json.readTree(line);
      for (String field : List.of("id", "platform", "text", "createdAt")) {
        assertFalse(row.path(field).asText().isBlank(), () -> field + " in " + line);
      }
      Instant.parse(row.get("createdAt").asText());
      assertTrue(ids.add(row.get("platform").asText() + ":" + row.get("id").asText()), line);
    }
    assertEquals(SCENARIO.posts().size(), lines.length);
  }

  @Test
  void noPatternIsLeftUnfilledInAText() {
    for (Post post : SCENARIO.posts()) {
      assertFalse(post.row().text().matches("(?s).*[{}|\\[\\]<].*"), post.row().text());
    }
  }

  @Test
  void languagesHaveTheirShares() {
    for (Tongue tongue : Tongue.values()) {
      assertEquals(
          tongue.share(),
          share(post -> post.truth().language().equals(tongue.code())),
          0.012,
          tongue.code());
    }
    assertTrue(
        share(post -> post.row().language() == null) > 0.7, "most rows leave their language out");
  }

  @Test
  void spamIsAboutATwentieth() {
    assertEquals(0.05, share(post -> post.truth().event() == Event.SPAM), 0.01);
  }

  @Test
  void fewTextsAreRepeatedWordForWord() {
    List<String> texts =
        SCENARIO.posts().stream()
            .filter(post -> post.truth().event() != Event.SPAM)
            .map(post -> post.row().text())
            .toList();
    double repeated = 1 - (double) new HashSet<>(texts).size() / texts.size();
    assertTrue(repeated < 0.03, () -> "share repeated " + repeated);
    Set<String> copied =
        SCENARIO.posts().stream().map(post -> post.truth().copyOf()).collect(Collectors.toSet());
    assertTrue(copied.size() > 500, () -> copied.size() + " posts are reposted or copied");
  }

  @Test
  void theStormBreaksOutWithinThreeHoursAndDiesAwayInTwoDays() {
    Instant storm = SCENARIO.timeline().storm();
    long before = complaints(storm.minus(Duration.ofHours(10)), storm);
    assertTrue(before <= 50, () -> before + " complaints in the ten hours before");
    assertEquals(
        0, count(post -> post.truth().event() == Event.STORM && post.at().isBefore(storm)));
    long thirdHour = complaints(storm.plus(Duration.ofHours(2)), storm.plus(Duration.ofHours(3)));
    assertTrue(
        thirdHour >= 40 && thirdHour <= 90, () -> thirdHour + " complaints in the third hour");
    long afterTwoDays =
        complaints(storm.plus(Duration.ofHours(48)), storm.plus(Duration.ofHours(58)));
    assertTrue(afterTwoDays < 130, () -> afterTwoDays + " complaints in ten hours after two days");
  }

  @Test
  void theStormIsMostlyNegativeAndHasNoHashtagInItsFirstHours() {
    List<Post> storm =
        SCENARIO.posts().stream().filter(post -> post.truth().event() == Event.STORM).toList();
    long negative =
        storm.stream().filter(post -> post.truth().feeling() == Feeling.NEGATIVE).count();
    assertTrue(negative > 0.7 * storm.size(), () -> negative + " of " + storm.size());
    Instant tagged = SCENARIO.timeline().storm().plus(Duration.ofHours(8));
    assertTrue(
        storm.stream()
            .filter(post -> post.at().isBefore(tagged))
            .noneMatch(post -> post.row().text().contains("#TernfellLeak")));
    assertTrue(storm.stream().anyMatch(post -> post.row().text().contains("#TernfellLeak")));
  }

  @Test
  void theLaunchGrowsSlowlyThenFastThenLevelsOff() {
    Instant launch = SCENARIO.timeline().launch();
    long early = launches(launch, 0, 8);
    long growing = launches(launch, 12, 20);
    long top = launches(launch, 28, 36);
    assertTrue(early * 3 < growing && growing < top, () -> early + ", " + growing + ", " + top);
    assertEquals(
        0, count(post -> post.at().isBefore(launch) && post.row().text().contains("Kittiwake")));
  }

  @Test
  void whatIsSaidOfABrandNamesIt() {
    for (Post post : SCENARIO.posts()) {
      boolean ofABrand =
          post.truth().event() == Event.TALK
              || post.truth().event() == Event.STORM
              || post.truth().event() == Event.LAUNCH;
      // A quote or repost cut short may lose the name
      if (ofABrand && post.truth().copyOf() == null) {
        assertFalse(post.truth().brands().isEmpty(), post.row().text());
      }
    }
  }

  private static long complaints(Instant from, Instant to) {
    return count(
        post ->
            post.truth().feeling() == Feeling.NEGATIVE
                && post.truth().brands().contains(Brand.TERNFELL.name())
                && !post.at().isBefore(from)
                && post.at().isBefore(to));
  }

  private static long launches(Instant launch, int fromHour, int toHour) {
    Instant from = launch.plus(Duration.ofHours(fromHour));
    Instant to = launch.plus(Duration.ofHours(toHour));
    return count(
        post ->
            post.truth().event() == Event.LAUNCH
                && !post.at().isBefore(from)
                && post.at().isBefore(to));
  }

  private static long count(Predicate<Post> condition) {
    return SCENARIO.posts().stream().filter(condition).count();
  }

  private static double share(Predicate<Post> condition) {
    return (double) count(condition) / SCENARIO.posts().size();
  }

  private static String checksum(Scenario scenario) throws Exception {
    byte[] bytes =
        WireFormat.ndjson(scenario.posts().stream().map(Post::row).toList())
            .getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
