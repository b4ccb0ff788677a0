package dev.bellwether.trend.detection;

import dev.bellwether.contracts.mention.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a post speaks of: words and pairs of neighbouring words, {@code #hashtags} and
 * {@code @accounts}; folded to lower case, without stop words of any language we know, as posts mix
 * languages.
 *
 * @param stopWords folded to lower case
 */
public record TermExtractor(Set<String> stopWords) {

  /** A very long post says more, but must not cost more than a few short ones. */
  public static final int MOST_TERMS = 80;

  private static final String STOP_WORDS = "/dev/bellwether/trend/detection/stop-words.txt";
  private static final int SHORTEST_WORD = 3;
  private static final int LONGEST_WORD = 40;

  private static final Pattern NOT_WORDS =
      Pattern.compile("https?://\\S+|www\\.\\S+|[@#][\\p{L}\\p{M}\\p{N}_.]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");
  private static final Pattern NUMBER = Pattern.compile("[\\p{N}]+");

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

  /** The terms, each once, at most {@link #MOST_TERMS}. */
  public List<String> termsOf(Mention mention) {
    var terms = new LinkedHashSet<String>();
    mention.hashtags().forEach(tag -> terms.add("#" + tag));
    mention.mentionedAccounts().forEach(account -> terms.add("@" + account));
    addWords(mention.text() == null ? "" : mention.text(), terms);
    return terms.stream().limit(MOST_TERMS).toList();
  }

  private void addWords(String text, Set<String> terms) {
    // a removed address leaves a full stop, so that the words around it are no neighbours
    var words = NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" . ");
    var matcher = WORD.matcher(words);
    String before = null;
    int beforeEnd = 0;
    while (matcher.find() && terms.size() < MOST_TERMS) {
      var word = matcher.group().replace('’', '\'');
      if (!speaks(word)) {
        before = null;
        continue;
      }
      terms.add(word);
      if (before != null && words.substring(beforeEnd, matcher.start()).isBlank()) {
        terms.add(before + " " + word);
      }
      before = word;
      beforeEnd = matcher.end();
    }
  }

  private boolean speaks(String word) {
    return word.length() >= SHORTEST_WORD
        && word.length() <= LONGEST_WORD
        && !NUMBER.matcher(word).matches()
        && !stopWords.contains(word);
  }
}
