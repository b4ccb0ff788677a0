package dev.bellwether.ingest.privacy.redaction;

import java.util.Locale;
import java.util.Set;

/** What stands behind the {@code @} of an e-mail address: a domain, or an IP address. */
final class MailDomain {

  private static final int SHORTEST_LITERAL = 3;
  private static final int LONGEST_LITERAL = 48;

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

  private MailDomain() {}

  /** Behind the domain's last label, or −1 where it is no domain. */
  static int end(StringBuilder text, int start) {
    int end = start;
    if (end < text.length() && text.charAt(end) == '[') {
      return literalEnd(text, end);
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

  /** {@code [192.0.2.1]} and {@code [IPv6:2001:db8::1]} (RFC 5321); other brackets hold words. */
  private static int literalEnd(StringBuilder text, int start) {
    int end = start + 1;
    if (startsWith(text, "IPv6:", end)) {
      end += 5;
    }
    boolean digit = false;
    while (end < text.length() && end - start < LONGEST_LITERAL && isOfAddress(text.charAt(end))) {
      digit |= NumberRun.isDigit(text.charAt(end));
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == ']';
    return closed && digit && end - start > SHORTEST_LITERAL ? end + 1 : -1;
  }

  private static boolean startsWith(StringBuilder text, String word, int at) {
    return at + word.length() <= text.length()
        && text.substring(at, at + word.length()).equalsIgnoreCase(word);
  }

  private static boolean isOfAddress(char c) {
    return c == '.' || c == ':' || c < 0x80 && Character.digit(c, 16) >= 0;
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

  /** Whether it serves mail and no accounts of the Fediverse. */
  static boolean isMailServer(StringBuilder text, int start, int end) {
    String domain = text.substring(start, end).toLowerCase(Locale.ROOT);
    int dot = domain.indexOf('.');
    return domain.charAt(0) == '[' || dot < 0 || MAIL_SERVERS.contains(domain.substring(0, dot));
  }
}
