package dev.bellwether.contracts.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What hygiene says of a mention; flagged mentions are kept, counted apart and raise no trend.
 *
 * @param spam from 0 (certainly not) to 1 (certainly); at least {@link #SPAM_THRESHOLD} counts as
 *     spam
 * @param bot from 0 to 1: how much the account looks like a program rather than a person; null
 *     where nobody asked
 * @param reasons why it looks like spam or a bot, as short codes such as {@code many-links}
 * @param cluster opaque id that near copies of one text share; null where the text is too short to
 *     compare
 * @param copy true where an earlier mention of the cluster was known; else null
 * @param redacted what was taken out of the text, as kinds such as {@code email}
 * @param clock {@code ahead} where the claimed time lies after the observed one, {@code behind}
 *     where it lies more than a day before it; null where they agree
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Flags(
    double spam,
    Double bot,
    List<String> reasons,
    String cluster,
    Boolean copy,
    List<String> redacted,
    String clock) {

  public static final double SPAM_THRESHOLD = 0.5;

  public static final Flags NONE = ofSpam(0);

  public Flags {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
    redacted = redacted == null ? List.of() : List.copyOf(redacted);
  }

  public static Flags ofSpam(double spam) {
    return new Flags(spam, null, List.of(), null, null, List.of(), null);
  }

  public boolean looksLikeSpam() {
    return spam >= SPAM_THRESHOLD;
  }
}
