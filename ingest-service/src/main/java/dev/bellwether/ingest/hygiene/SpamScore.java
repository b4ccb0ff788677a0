package dev.bellwether.ingest.hygiene;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much a post looks like bulk promotion, from 0 to 1: independent signs joined as 1 − ∏(1 −
 * sign). Signs are of form (links, tags, accounts called) and of a few phrases that promotion
 * repeats in every language; no sign alone decides.
 */
public final class SpamScore {

  private static final double SIGN = 0.4;

  private static final List<Pattern> PROMOTION =
      List.of(
          phrase("follow ?(4|for) ?follow|f4f|follow ?back|followback|gain followers|follow train"),
          phrase("(dm|message|whatsapp|text) me|link in (my )?bio|click (here|the link)"),
          phrase("giveaway|free (gift|iphone|money|followers)|you('ve| have) won|claim (your|now)"),
          phrase(
              "(promo|discount|coupon) ?code|\\d{2} ?% off|buy now|limited (offer|time)|order now"),
          phrase(
              "crypto|bitcoin|forex|airdrop|passive income|earn \\$?\\d+|make money|work from home"));

  private SpamScore() {}

  public static double of(String text, PostEntities entities) {
    String folded = text.toLowerCase(Locale.ROOT);
    double innocent = 1;
    for (Pattern sign : PROMOTION) {
      if (sign.matcher(folded).find()) {
        innocent *= 1 - SIGN;
      }
    }
    if (entities.links().size() >= 3) {
      innocent *= 1 - SIGN;
    }
    if (entities.hashtags().size() >= 6) {
      innocent *= 1 - SIGN;
    }
    if (entities.accounts().size() >= 6) {
      innocent *= 1 - SIGN;
    }
    return 1 - innocent;
  }

  private static Pattern phrase(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")(?!\\w)");
  }
}
