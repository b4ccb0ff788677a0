package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What to look for in the archive; every part may be null and then asks for nothing.
 *
 * @param words as in a web search: words, "phrases", or, -without
 * @param from inclusive
 * @param to exclusive
 */
record MentionQuery(
    String words,
    String monitor,
    String platform,
    String language,
    SentimentLabel label,
    Instant from,
    Instant to) {

  /**
   * @throws ProblemException 400 naming the parameter that does not read
   */
  static MentionQuery of(
      String words,
      String monitor,
      String platform,
      String language,
      String label,
      String from,
      String to) {
    return new MentionQuery(
        blankToNull(words),
        blankToNull(monitor),
        lower(platform),
        lower(language),
        label(lower(label)),
        time("from", blankToNull(from)),
        time("to", blankToNull(to)));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String lower(String text) {
    String value = blankToNull(text);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  private static SentimentLabel label(String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(SentimentLabel.values())
        .filter(label -> label.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "label",
                    "label must be one of "
                        + Arrays.stream(SentimentLabel.values())
                            .map(SentimentLabel::wireName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Instant time(String parameter, String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          parameter, parameter + " must be a time with an offset such as 2026-11-21T09:30:00Z.");
    }
  }
}
