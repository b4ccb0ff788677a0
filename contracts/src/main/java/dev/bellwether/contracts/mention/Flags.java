package dev.bellwether.contracts.mention;

/**
 * What hygiene says of a mention; flagged mentions are kept, counted apart and raise no trend.
 *
 * @param spam from 0 (certainly not) to 1 (certainly); at least {@link #SPAM_THRESHOLD} counts as
 *     spam
 */
public record Flags(double spam) {

  public static final double SPAM_THRESHOLD = 0.5;

  public static final Flags NONE = new Flags(0);

  public boolean looksLikeSpam() {
    return spam >= SPAM_THRESHOLD;
  }
}
