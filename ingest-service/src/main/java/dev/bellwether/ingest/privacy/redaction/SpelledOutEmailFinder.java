package dev.bellwether.ingest.privacy.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses with blanks around the {@code @} or with words or brackets for it, where the
 * rest leaves no doubt.
 */
final class SpelledOutEmailFinder implements Finder {

  private static final String AT_WORD = "at|arroba|chiocciola|arobase|klammeraffe";
  private static final String DOT_WORD = "dot|punkt|punto|ponto|point";
  private static final String TLD =
      "(?:com|org|net|edu|gov|info|biz|io|eu|de|at|ch|fr|es|it|pt|br|uk|us|ca|au|nz|in|mx|ar|cl|nl|be|pl|tr|id|ru|jp|cn|kr|co|me|dev|app|online|shop|social)";
  private static final String AT_BRACKETED =
      "\\s{0,2}[\\[({<]\\s?(?:" + AT_WORD + "|@|a|ät)\\s?[\\])}>]\\s{0,2}";
  private static final String AT_SPOKEN = "\\s(?:" + AT_WORD + ")\\s";
  private static final String DOT_BRACKETED =
      "\\s{0,2}[\\[({<]\\s?(?:" + DOT_WORD + "|\\.)\\s?[\\])}>]\\s{0,2}";
  private static final String DOT_SPOKEN =
      "\\s(?:(?:dot|punkt|punto|ponto)\\s|point\\s(?=com|fr|org|net|be|ch|ca|eu))";
  private static final String LABEL = "[\\p{L}\\p{N}-]{1,63}";
  private static final String LOCAL =
      "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_%+-](?:[\\p{L}\\p{N}._%+-]|"
          + DOT_BRACKETED
          + "){0,63}";

  // one sign at least in words or brackets on both sides of the domain, or brackets around the
  // first
  private static final Pattern SPELLED_OUT =
      Pattern.compile(
          LOCAL
              + "(?:(?:"
              + AT_BRACKETED
              + "|"
              + AT_SPOKEN
              + "|@)"
              + LABEL
              + "(?:(?:"
              + DOT_BRACKETED
              + "|"
              + DOT_SPOKEN
              + ")"
              + LABEL
              + "){0,3}?(?:"
              + DOT_BRACKETED
              + "|"
              + DOT_SPOKEN
              + ")"
              + TLD
              + "|"
              + AT_BRACKETED
              + LABEL
              + "(?:\\."
              + LABEL
              + "){0,3}?\\.\\p{L}{2,24})(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<String> SIGNS =
      List.of(
          " at ",
          " AT ",
          " At ",
          "at]",
          "at)",
          "at}",
          "at>",
          "AT]",
          "AT)",
          "(a)",
          "[a]",
          "ät)",
          "ät]",
          "@ ",
          " @",
          "@]",
          "@)",
          "@}",
          "rroba",
          "RROBA",
          "hiocciola",
          "robase",
          "affe ");

  private static final Pattern AT_MAIL_SERVER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+@-])(?!(?:me|us|him|her|them|it|look|is|was|am|are|here)\\s)[\\p{L}\\p{N}._%+-]{2,64}(?:\\s(?:"
              + AT_WORD
              + "|@)\\s|@\\s|\\s@)"
              + "(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|gmx|protonmail|ymail)\\s?\\.\\s?[a-z]{2,3}(?:\\.[a-z]{2})?(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Draft draft) {
    if (mayBeSpelledOut(draft.visible())) {
      takeAll(draft, SPELLED_OUT);
      takeAll(draft, AT_MAIL_SERVER);
    }
  }

  private static boolean mayBeSpelledOut(StringBuilder text) {
    return hasSign(text) && hasDot(text);
  }

  private static boolean hasSign(StringBuilder text) {
    for (String sign : SIGNS) {
      if (text.indexOf(sign) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDot(StringBuilder text) {
    return containsIgnoringCase(text, "dot")
        || containsIgnoringCase(text, "punkt")
        || containsIgnoringCase(text, "punto")
        || containsIgnoringCase(text, "ponto")
        || containsIgnoringCase(text, "point")
        || containsIgnoringCase(text, "mail")
        || containsIgnoringCase(text, "yahoo")
        || containsIgnoringCase(text, "outlook")
        || text.indexOf(".") >= 0 && hasBracket(text);
  }

  private static boolean hasBracket(StringBuilder text) {
    return text.indexOf("[") >= 0
        || text.indexOf("(") >= 0
        || text.indexOf("{") >= 0
        || text.indexOf("<") >= 0;
  }

  private static boolean containsIgnoringCase(StringBuilder text, String lower) {
    return text.indexOf(lower) >= 0 || text.indexOf(lower.toUpperCase(Locale.ROOT)) >= 0;
  }

  private static void takeAll(Draft draft, Pattern pattern) {
    Matcher matcher = pattern.matcher(draft.visible());
    int from = 0;
    while (matcher.find(from)) {
      from = matcher.end();
      draft.take(Kind.EMAIL, matcher.start(), matcher.end());
      matcher.reset(draft.visible());
    }
  }
}
