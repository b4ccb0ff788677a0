package dev.bellwether.ingest.privacy.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses: {@code name@domain.tld} with any letters, also {@code %40} in links; with
 * blanks around the {@code @} or with words for it where the rest leaves no doubt.
 * {@code @name@server} is an account of the Fediverse and stays, unless the server is one for mail.
 */
final class EmailFinder implements Finder {

  private static final int MOST_LOCAL = 64;

  private static final Set<String> MAIL_SERVERS =
      Set.of(
          "gmail",
          "googlemail",
          "yahoo",
          "ymail",
          "hotmail",
          "outlook",
          "live",
          "msn",
          "icloud",
          "aol",
          "gmx",
          "web",
          "mail",
          "email",
          "yandex",
          "proton",
          "protonmail",
          "zoho",
          "qq",
          "163",
          "126",
          "orange",
          "free",
          "wanadoo",
          "laposte",
          "libero",
          "tiscali",
          "uol",
          "bol",
          "terra",
          "t-online",
          "posteo",
          "mailbox",
          "rediffmail",
          "comcast",
          "verizon",
          "sbcglobal",
          "btinternet",
          "sky",
          "example");

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
    StringBuilder text = draft.visible();
    for (int at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
      around(draft, at, at + 1);
    }
    for (int at = text.indexOf("%40"); at >= 0; at = text.indexOf("%40", at + 1)) {
      around(draft, at, at + 3);
    }
    if (mayBeSpelledOut(text)) {
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

  private static void around(Draft draft, int sign, int domainStart) {
    StringBuilder text = draft.visible();
    int start = sign > 0 && text.charAt(sign - 1) == '.' ? sign : localStart(text, sign);
    int end = domainEnd(text, domainStart);
    if (start == sign || end < 0) {
      return;
    }
    boolean handle = start > 0 && text.charAt(start - 1) == '@';
    if (!handle || isMailServer(text, domainStart, end)) {
      draft.take(Kind.EMAIL, withScheme(text, start), end);
    }
  }

  private static int localStart(StringBuilder text, int sign) {
    if (sign > 1 && text.charAt(sign - 1) == '"') {
      int quote = text.lastIndexOf("\"", sign - 2);
      if (quote >= 0 && sign - quote <= MOST_LOCAL) {
        return quote;
      }
    }
    int start = sign;
    while (start > 0 && sign - start < MOST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    // %3D and the like end a parameter's name, not the address
    int escape = text.lastIndexOf("%", sign - 1);
    while (start < sign
        && (text.charAt(start) == '.' || text.charAt(start) == '\'' || text.charAt(start) == '-')) {
      start++;
    }
    return escape >= start && sign - escape > 3 && text.charAt(escape + 1) == '3'
        ? escape + 3
        : start;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0 || Character.isSurrogate(c);
  }

  /** Behind the domain's last label, or −1 where it is no domain. */
  private static int domainEnd(StringBuilder text, int start) {
    int end = start;
    if (end < text.length() && text.charAt(end) == '[') {
      int close = text.indexOf("]", end);
      return close > end + 6 && close - end < 48 ? close + 1 : -1;
    }
    while (end < text.length()
        && isDomain(text.charAt(end))
        && !(text.charAt(end) == '.' && text.charAt(end - 1) == '.')) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    if (isIpV4(text, start, end)) {
      return end;
    }
    int dot = text.lastIndexOf(".", end - 1);
    return dot > start && end - dot >= 3 && isTopLevel(text, dot + 1, end) ? end : -1;
  }

  private static boolean isDomain(char c) {
    return c < 0x80
        ? c >= 'a' && c <= 'z'
            || c >= 'A' && c <= 'Z'
            || c >= '0' && c <= '9'
            || c == '.'
            || c == '-'
        : Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isTopLevel(StringBuilder text, int start, int end) {
    if (end - start > 4 && text.charAt(start + 2) == '-' && text.charAt(start + 3) == '-') {
      return true; // punycode
    }
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i)) || text.charAt(i) == '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpV4(StringBuilder text, int start, int end) {
    int dots = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }

  private static boolean isMailServer(StringBuilder text, int start, int end) {
    String domain = text.substring(start, end).toLowerCase(Locale.ROOT);
    return MAIL_SERVERS.contains(domain.substring(0, domain.indexOf('.')));
  }

  private static int withScheme(StringBuilder text, int start) {
    String scheme = "mailto:";
    int before = start - scheme.length();
    return before >= 0 && text.substring(before, start).equalsIgnoreCase(scheme) ? before : start;
  }
}
