package dev.bellwether.ingest.hygiene;

import dev.bellwether.ingest.hygiene.Assessment.Signs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How much a post looks like bulk promotion. Signs are of form (links, tags, accounts called, mixed
 * alphabets, one word over and over), of a few phrases that promotion repeats, and of the same text
 * coming from many accounts; no sign but mixed alphabets decides alone.
 */
public final class SpamScore {

  private static final double SIGN = 0.4;
  private static final double WEAK_SIGN = 0.15;
  private static final double STRONG_SIGN = 0.5;

  private static final int MANY_LINKS = 3;
  private static final int MANY_TAGS = 6;
  private static final int MANY_ACCOUNTS = 6;
  private static final int MIXED_WORDS = 3;

  /** By reason; each phrase is looked for as whole words. */
  private static final Map<String, List<String>> PHRASES =
      Map.of(
          "follow-trade",
          List.of(
              "follow for follow",
              "follow4follow",
              "follow 4 follow",
              "followforfollow",
              "f4f",
              "follow back",
              "followback",
              "gain followers",
              "follow train"),
          "contact-me",
          List.of(
              "dm me",
              "message me",
              "whatsapp me",
              "text me",
              "link in bio",
              "link in my bio",
              "click here",
              "click the link"),
          "prize",
          List.of(
              "giveaway",
              "free gift",
              "free iphone",
              "free money",
              "free followers",
              "you've won",
              "you have won",
              "claim your",
              "claim now"),
          "hard-sell",
          List.of(
              "promo code",
              "promocode",
              "discount code",
              "coupon code",
              "% off",
              "buy now",
              "limited offer",
              "limited time",
              "order now"),
          "easy-money",
          List.of(
              "crypto",
              "bitcoin",
              "forex",
              "airdrop",
              "passive income",
              "make money",
              "earn money",
              "earn $",
              "work from home"));

  private static final List<String> IN_ORDER = PHRASES.keySet().stream().sorted().toList();

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
    for (String reason : IN_ORDER) {
      signs.add(holdsAny(folded, PHRASES.get(reason)), reason, SIGN);
    }
    signs.add(entities.links().size() >= MANY_LINKS, "many-links", SIGN);
    signs.add(entities.hashtags().size() >= MANY_TAGS, "many-hashtags", SIGN);
    signs.add(entities.accounts().size() >= MANY_ACCOUNTS, "many-mentions", SIGN);
    signs.add(Wording.mixedWords(text) >= MIXED_WORDS, "mixed-alphabets", STRONG_SIGN);
    signs.add(Wording.isRepetitive(folded), "repetition", SIGN);
    signs.add(copiedByMany, "copied-by-many", SIGN);
    signs.add(entities.links().stream().anyMatch(SpamScore::isShortened), "short-link", WEAK_SIGN);
    return signs.assessment();
  }

  private static boolean holdsAny(String text, List<String> phrases) {
    for (String phrase : phrases) {
      for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        if (isWhole(text, at, at + phrase.length(), phrase)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWhole(String text, int from, int to, String phrase) {
    boolean begins =
        from == 0
            || !Character.isLetterOrDigit(text.charAt(from - 1))
            || !Character.isLetter(phrase.charAt(0));
    boolean ends =
        to == text.length()
            || !Character.isLetterOrDigit(text.charAt(to))
            || !Character.isLetter(phrase.charAt(phrase.length() - 1));
    return begins && ends;
  }

  private static boolean isShortened(String link) {
    int from = link.indexOf("//") + 2;
    int to = link.indexOf('/', from);
    String host = link.substring(from, to < 0 ? link.length() : to).toLowerCase(Locale.ROOT);
    return SHORTENERS.contains(host.startsWith("www.") ? host.substring(4) : host);
  }
}
