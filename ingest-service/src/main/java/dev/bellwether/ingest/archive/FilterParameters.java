package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;
import dev.bellwether.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The filters that finding, counting and exporting share, as they come. */
public record FilterParameters(
    @Parameter(description = "what the mention says, in the query language of monitors") @RestQuery
        String q,
    @Parameter(description = "id of a monitor that it matched") @RestQuery String monitor,
    @RestQuery String platform,
    @Parameter(description = "ISO 639-1, or und") @RestQuery String language,
    @Parameter(description = "negative, neutral, positive or unknown") @RestQuery String label,
    @Parameter(description = "post, reply, repost, quote or what its source calls it") @RestQuery
        String kind,
    @Parameter(description = "id of a cluster of near copies") @RestQuery String cluster,
    @Parameter(description = "pseudonym of its author") @RestQuery String author,
    @Parameter(
            description =
                "spam, bot, copy, redacted, clock-ahead or clock-behind; with a minus before it,"
                    + " mentions without. Several are all asked for.")
        @RestQuery
        List<String> flag,
    @Parameter(description = "least number of the author's followers") @RestQuery
        String minFollowers,
    @Parameter(description = "inclusive, with an offset") @RestQuery String from,
    @Parameter(description = "exclusive, with an offset") @RestQuery String to) {

  // What lies outside, the database could not compare with
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  static final List<String> NAMES =
      List.of(
          "q",
          "monitor",
          "platform",
          "language",
          "label",
          "kind",
          "cluster",
          "author",
          "flag",
          "minFollowers",
          "from",
          "to");

  /**
   * @throws ProblemException 400 naming the parameter that does not read
   */
  ArchiveFilter toFilter() {
    Instant start = time("from", blankToNull(from));
    Instant end = time("to", blankToNull(to));
    if (start != null && end != null && !start.isBefore(end)) {
      throw ProblemException.badRequest("to", "to must lie after from.");
    }
    var tags = new ArrayList<String>();
    var notTags = new ArrayList<String>();
    for (String name : flag == null ? List.<String>of() : flag) {
      boolean without = name.startsWith("-");
      (without ? notTags : tags).add(tag(without ? name.substring(1) : name));
    }
    return new ArchiveFilter(
        query(blankToNull(q)),
        blankToNull(monitor),
        lower(platform),
        lower(language),
        label(lower(label)),
        lower(kind),
        blankToNull(cluster),
        lower(author),
        followers(blankToNull(minFollowers)),
        tags,
        notTags,
        start,
        end);
  }

  private static Query query(String text) {
    if (text == null) {
      return null;
    }
    try {
      return Query.parse(text);
    } catch (QuerySyntaxException e) {
      throw ProblemException.badRequest("q", "q, " + e.describe());
    }
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
                notOneOf(
                    "label",
                    Arrays.stream(SentimentLabel.values()).map(SentimentLabel::wireName).toList()));
  }

  private static String tag(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    List<String> known = Arrays.stream(MentionTags.values()).map(MentionTags::wireName).toList();
    if (!known.contains(wanted)) {
      throw notOneOf("flag", known);
    }
    return wanted;
  }

  private static ProblemException notOneOf(String parameter, List<String> known) {
    return ProblemException.badRequest(
        parameter, parameter + " must be one of " + String.join(", ", known) + ".");
  }

  private static Long followers(String number) {
    if (number == null) {
      return null;
    }
    try {
      long least = Long.parseLong(number);
      if (least >= 0) {
        return least;
      }
    } catch (NumberFormatException e) {
      // as a negative number
    }
    throw ProblemException.badRequest(
        "minFollowers", "minFollowers must be a whole number, 0 or more.");
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
