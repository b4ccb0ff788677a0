package dev.bellwether.ingest.hygiene.duplicate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.ingest.hygiene.duplicate.LabelledPairs.Pair;
import dev.bellwether.ingest.hygiene.duplicate.LabelledPairs.Score;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How well near copies are told, on pairs labelled before there was a method. */
class NearDuplicatesTest {

  private static final double REQUIRED = 0.95;

  @Test
  void writtenPairsAreToldApartInTheHalfNothingWasTunedOn() {
    requireBoth("written", test(LabelledPairs.read(LabelledPairs.WRITTEN, Map.of())));
  }

  @Test
  void withRealRepeatsAndRetweetsTheyAreToldApartInTheHalfNothingWasTunedOn() throws Exception {
    var data = CrisisTweets.sharedData();
    assumeTrue(
        Files.isDirectory(data.resolve("crisislex/T6")),
        "SKIPPED: no crisis tweets in "
            + data
            + ": near duplicates are checked on written pairs only");
    List<Pair> tweets = LabelledPairs.read(LabelledPairs.TWEETS, CrisisTweets.in(data));
    List<Pair> all = new ArrayList<>(LabelledPairs.read(LabelledPairs.WRITTEN, Map.of()));
    all.addAll(tweets);
    System.out.print(LabelledPairs.report(all));
    requireBoth("all of the half", test(all));
    requireBoth("crisis tweets of both halves", tweets);
  }

  private static List<Pair> test(List<Pair> pairs) {
    return pairs.stream().filter(Pair::test).toList();
  }

  private static void requireBoth(String name, List<Pair> pairs) {
    Score score = LabelledPairs.score(pairs);
    assertTrue(pairs.size() > 100, name + " has only " + pairs.size() + " pairs");
    assertTrue(score.precision() >= REQUIRED, name + ": " + score);
    assertTrue(score.recall() >= REQUIRED, name + ": " + score);
  }
}
