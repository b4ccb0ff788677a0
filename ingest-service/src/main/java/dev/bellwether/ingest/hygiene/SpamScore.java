package dev.bellwether.ingest.hygiene;

import dev.bellwether.ingest.hygiene.Assessment.Signs;
import java.util.Locale;
import java.util.Set;

/**
 * How much a post looks like bulk promotion. Signs are of form (links, tags, accounts called, mixed
 * alphabets, one word over and over), of phrases that promotion repeats ({@link Promotion}), and of
 * the same text coming from many accounts; no sign but mixed alphabets decides alone.
 */
public final class SpamScore {

  private static final double SIGN = 0.4;
  private static final double WEAK_SIGN = 0.15;
  private static final double STRONG_SIGN = 0.5;

  private static final int MANY_LINKS = 3;
  private static final int MANY_TAGS = 6;
  private static final int MANY_ACCOUNTS = 6;
  private static final int MIXED_WORDS = 3;

  /** Of these reasons several phrases say no more than one. */
  private static final Set<String> ONE_SIGN = Set.of("contact-me", "crypto");

  /** Hosts that hide where a link leads; a platform's own shortener says nothing. */
  private static final Set<String> SHORTENERS =
      Set.of(
          "bit.ly",
          "tinyurl.com",
          "goo.gl",
          "ow.ly",
          "is.gd",
          "cutt.ly",
          "rb.gy",
          "shorturl.at",
          "adf.ly",
          "tiny.cc",
          "bl.ink",
          "rebrand.ly");

  private SpamScore() {}

  public static Assessment of(String text, PostEntities entities) {
    return of(text, entities, false);
  }

  /**
   * @param copiedByMany whether many accounts have just posted the same text as their own
   */
  public static Assessment of(String text, PostEntities entities, boolean copiedByMany) {
    var signs = new Signs();
    String folded = text.toLowerCase(Locale.ROOT);
    Promotion.in(text)
        .forEach((reason, phrases) -> signs.add(true, reason, weight(reason, phrases)));
    signs.add(entities.links().size() >= MANY_LINKS, "many-links", SIGN);
    signs.add(entities.hashtags().size() >= MANY_TAGS, "many-hashtags", SIGN);
    signs.add(entities.accounts().size() >= MANY_ACCOUNTS, "many-mentions", SIGN);
    signs.add(Wording.mixedWords(text) >= MIXED_WORDS, "mixed-alphabets", STRONG_SIGN);
    signs.add(Wording.isRepetitive(folded), "repetition", SIGN);
    signs.add(copiedByMany, "copied-by-many", SIGN);
    signs.add(entities.links().stream().anyMatch(SpamScore::isShortened), "short-link", WEAK_SIGN);
    return signs.assessment();
  }

  /**
   * Two different phrases are two signs, but for those that people use of one thing in a breath.
   */
  private static double weight(String reason, int phrases) {
    return phrases > 1 && !ONE_SIGN.contains(reason) ? 1 - (1 - SIGN) * (1 - SIGN) : SIGN;
  }

  private static boolean isShortened(String link) {
    int from = link.indexOf("//") + 2;
    int to = link.indexOf('/', from);
    String host = link.substring(from, to < 0 ? link.length() : to).toLowerCase(Locale.ROOT);
    return SHORTENERS.contains(host.startsWith("www.") ? host.substring(4) : host);
  }
}
