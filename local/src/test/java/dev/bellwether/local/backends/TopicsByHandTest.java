package dev.bellwether.local.backends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who makes the topics by hand reads docs/running.md. */
class TopicsByHandTest {

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private record Told(int partitions, Map<String, String> config) {}

  @Test
  void theTableNamesEveryTopicWithItsPartitionsAndSettings() throws IOException {
    var told = new TreeMap<String, Told>();
    var page = Files.readAllLines(Path.of("../docs/running.md"));
    int heading = page.indexOf("| topic | partitions | settings |");
    assertTrue(heading >= 0, "the table is gone");
    for (var row :
        page.stream().skip(heading + 2L).takeWhile(line -> line.startsWith("|")).toList()) {
      var cells = row.split("\\|");
      var settings =
          quoted(cells[3]).stream()
              .map(setting -> setting.split("=", 2))
              .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
      for (var topic : quoted(cells[1])) {
        told.put(topic, new Told(Integer.parseInt(cells[2].strip()), settings));
      }
    }
    assertEquals(
        new TreeMap<>(
            Topics.ALL.stream()
                .collect(
                    Collectors.toMap(
                        TopicSpec::name, topic -> new Told(topic.partitions(), topic.config())))),
        told);
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
