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

  // What lies outside, the database could not compare with
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

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
    Instant start = time("from", blankToNull(from));
    Instant end = time("to", blankToNull(to));
    if (start != null && end != null && !start.isBefore(end)) {
      throw ProblemException.badRequest("to", "to must lie after from.");
    }
    return new MentionQuery(
        blankToNull(words),
        blankToNull(monitor),
        lower(platform),
        lower(language),
        label(lower(label)),
        start,
        end);
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
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw ProblemException.badRequest(
            parameter, parameter + " must lie in the years 1 to 9999.");
      }
      return time;
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          parameter,
          parameter
              + " must be a time with an offset such as 2026-11-21T09:30:00Z (a plus sign is written %2B).");
    }
  }
}
