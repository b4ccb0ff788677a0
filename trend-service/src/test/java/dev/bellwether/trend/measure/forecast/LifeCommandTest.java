package dev.bellwether.trend.measure.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeCommandTest {

  private static final long SECOND = 1_400_000_000L;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void eventsAreFollowedByTheTimesInTheIdsOfTheirTweets() throws IOException {
    var event = Files.createDirectories(folder.resolve("T26/2014_Flood"));
    Files.write(event.resolve("tweetids_entire_period.csv"), tweets("\"a time\",\"%d\",Y"));
    Files.createDirectories(folder.resolve("T6"));
    var rows = tweets("'%d',\"a text, with\na second line\",on-topic");
    rows.addAll(tweets("'%d',\"another\",off-topic"));
    Files.write(folder.resolve("T6/2014_Fire.csv"), rows);

    var topics = TopicFiles.in(folder);
    assertEquals(topics.get(0).counts().length, topics.get(1).counts().length);
    assertEquals(1, Episode.of(topics.getFirst()).size());
    assertEquals(0, run(folder.toString(), "--json"));
    var figures = new ObjectMapper().readTree(out.toString());
    assertEquals(2, figures.get("episodes").asInt());
    assertEquals(1, figures.get("Bellwether").get("coverage90").asDouble());
    assertTrue(
        figures.get("Bellwether").get("totalError").asDouble()
            < figures.get("the last hour goes on").get("totalError").asDouble());
  }

  @Test
  void aFolderOfNeitherLayoutIsRefused() {
    assertEquals(1, run(folder.toString()));
    assertTrue(err.toString().contains("holds neither CrisisLex"), err.toString());
  }

  /** Three days in which the rate falls as age to the power -0.6. */
  private static List<String> tweets(String format) {
    var rows = new ArrayList<String>();
    for (int at = 0; at < 1_500; at++) {
      long second = SECOND + Math.round(259_200 * Math.pow(at / 1_500.0, 1 / 0.4));
      long id = (second * 1_000 - 1_288_834_974_657L << 22) + at;
      rows.add(format.formatted(id));
    }
    return rows;
  }

  private int run(String... arguments) {
    return ForecastCommand.commandLine(new LifeCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
