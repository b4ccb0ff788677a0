package dev.bellwether.trend.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a post speaks of: words, {@code #hashtags}, {@code @accounts}, links as {@code host/path},
 * and pairs of those that stand near each other, in either order; folded to lower case, without
 * stop words of any language we know, as posts mix languages.
 *
 * @param stopWords folded to lower case
 */
public record TermExtractor(Set<String> stopWords) {

  private static final String STOP_WORDS = "/dev/bellwether/trend/detection/stop-words.txt";

  public TermExtractor {
    stopWords = Set.copyOf(stopWords);
  }

  /** With the stop words that come with the service. */
  public static TermExtractor standard() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                TermExtractor.class.getResourceAsStream(STOP_WORDS), StandardCharsets.UTF_8))) {
      return new TermExtractor(
          in.lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> List.of(line.trim().split("\\s+")).stream())
              .filter(word -> !word.isEmpty())
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that reads post after post; not to be shared between threads. */
  public TermScanner scanner() {
    return new TermScanner(stopWords);
  }

  /** The terms of a text, each once. */
  public List<String> termsOf(String text) {
    var scanner = scanner();
    scanner.scan(text);
    var terms = new ArrayList<String>(scanner.size());
    for (int i = 0; i < scanner.size(); i++) {
      terms.add(TermSpan.name(text, scanner.span(i)));
    }
    return terms;
  }
}
