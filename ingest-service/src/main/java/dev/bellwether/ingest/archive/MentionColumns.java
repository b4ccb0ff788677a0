package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.text.SpreadsheetCell;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of an exported table. Their names and meaning stay; new ones come at the end. Numbers
 * and times stay as they are; all else is guarded as {@link SpreadsheetCell} says.
 */
enum MentionColumns {
  ID("id", text(m -> m.mention().id())),
  PLATFORM("platform", text(m -> m.mention().platform())),
  KIND("kind", text(m -> m.mention().kind())),
  URL("url", text(m -> m.mention().url())),
  CREATED_AT("createdAt", plain(m -> m.mention().createdAt())),
  OBSERVED_AT("observedAt", plain(m -> m.mention().observedAt())),
  REVISION("revision", plain(m -> m.mention().revision())),
  LANGUAGE("language", text(m -> m.mention().language())),
  TEXT("text", text(m -> m.mention().text())),
  AUTHOR("author", text(m -> m.mention().author().pseudonym())),
  FOLLOWERS("followers", plain(m -> m.mention().author().followers())),
  LIKES("likes", plain(m -> m.mention().engagement().likes())),
  REPOSTS("reposts", plain(m -> m.mention().engagement().reposts())),
  REPLIES("replies", plain(m -> m.mention().engagement().replies())),
  VIEWS("views", plain(m -> m.mention().engagement().views())),
  HASHTAGS("hashtags", list(Mention::hashtags)),
  MENTIONED_ACCOUNTS("mentionedAccounts", list(Mention::mentionedAccounts)),
  LINKS("links", list(Mention::links)),
  IN_REPLY_TO("inReplyTo", text(m -> m.mention().inReplyTo())),
  MONITORS("monitors", list(Mention::monitors)),
  SENTIMENT("sentiment", score(s -> s.label().wireName())),
  NEGATIVE("negative", score(s -> probability(s, p -> p.probabilities().negative()))),
  NEUTRAL("neutral", score(s -> probability(s, p -> p.probabilities().neutral()))),
  POSITIVE("positive", score(s -> probability(s, p -> p.probabilities().positive()))),
  SPAM("spam", plain(m -> decimal(m.mention().flags().spam()))),
  BOT(
      "bot",
      plain(m -> m.mention().flags().bot() == null ? null : decimal(m.mention().flags().bot()))),
  FLAGS("flags", list(m -> MentionTags.of(m.flags()))),
  CLUSTER("cluster", text(m -> m.mention().flags().cluster())),
  EMOTION("emotion", score(s -> s.emotion() == null ? "" : s.emotion().wireName())),
  IRONY("irony", score(s -> s.irony() == null ? "" : s.irony().toString())),
  OFFENSIVE("offensive", score(s -> s.offensive() == null ? "" : s.offensive().toString())),
  TARGETS("targets", score(MentionColumns::targets)),
  CORRECTED_AT(
      "correctedAt", score(s -> s.correctedAt() == null ? "" : s.correctedAt().toString()));

  private final String header;
  private final Function<ArchivedMention, String> cell;

  MentionColumns(String header, Function<ArchivedMention, String> cell) {
    this.header = header;
    this.cell = cell;
  }

  private static String targets(ArchivedMention.Sentiment sentiment) {
    return SpreadsheetCell.guard(
        sentiment.targets().stream()
            .map(target -> target.name() + ": " + target.label().wireName())
            .collect(Collectors.joining("; ")));
  }

  String header() {
    return header;
  }

  /** Never null; empty where there is nothing to say. */
  String cell(ArchivedMention mention) {
    return cell.apply(mention);
  }

  private static Function<ArchivedMention, String> text(Function<ArchivedMention, String> of) {
    return mention -> {
      String text = of.apply(mention);
      return text == null ? "" : SpreadsheetCell.guard(text);
    };
  }

  private static Function<ArchivedMention, String> plain(Function<ArchivedMention, Object> of) {
    return mention -> {
      Object value = of.apply(mention);
      return value == null ? "" : value.toString();
    };
  }

  /** Separated by blanks, of which none of our lists' parts holds one. */
  private static Function<ArchivedMention, String> list(Function<Mention, List<String>> of) {
    return mention -> SpreadsheetCell.guard(String.join(" ", of.apply(mention.mention())));
  }

  private static Function<ArchivedMention, String> score(
      Function<ArchivedMention.Sentiment, String> of) {
    return mention -> mention.sentiment() == null ? "" : of.apply(mention.sentiment());
  }

  private static String probability(
      ArchivedMention.Sentiment sentiment, Function<ArchivedMention.Sentiment, Double> of) {
    return sentiment.probabilities() == null ? "" : decimal(of.apply(sentiment));
  }

  /** Without an exponent, which would hold a minus. */
  private static String decimal(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}
