package dev.bellwether.ingest.privacy.redaction;

/**
 * E-mail addresses: {@code name@domain.tld} with any letters, also {@code %40} in links.
 * {@code @name@server} is an account of the Fediverse and stays, unless the server is one for mail.
 */
final class EmailFinder implements Finder {

  private static final int MOST_LOCAL = 64;

  @Override
  public void find(Draft draft) {
    StringBuilder text = draft.visible();
    for (int at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
      around(draft, at, at + 1);
    }
    for (int at = text.indexOf("%40"); at >= 0; at = text.indexOf("%40", at + 1)) {
      around(draft, at, at + 3);
    }
  }

  private static void around(Draft draft, int sign, int domainStart) {
    StringBuilder text = draft.visible();
    int start = sign > 0 && text.charAt(sign - 1) == '.' ? sign : localStart(text, sign);
    int end = MailDomain.end(text, domainStart);
    if (start == sign || end < 0) {
      return;
    }
    boolean handle = start > 0 && text.charAt(start - 1) == '@';
    if (!handle || MailDomain.isMailServer(text, domainStart, end)) {
      draft.take(Kind.EMAIL, withScheme(text, start), end);
    }
  }

  private static int localStart(StringBuilder text, int sign) {
    if (sign > 1 && text.charAt(sign - 1) == '"') {
      int quote = sign - 2;
      while (quote >= 0 && sign - quote <= MOST_LOCAL && text.charAt(quote) != '"') {
        quote--;
      }
      if (quote >= 0 && sign - quote <= MOST_LOCAL) {
        return quote;
      }
    }
    int start = sign;
    while (start > 0 && sign - start < MOST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    if (start > 0
        && start < sign
        && Character.isSurrogatePair(text.charAt(start - 1), text.charAt(start))) {
      start++;
    }
    // %3D and the like end a parameter's name, not the address
    while (start < sign
        && (text.charAt(start) == '.' || text.charAt(start) == '\'' || text.charAt(start) == '-')) {
      start++;
    }
    int escape = sign - 1;
    while (escape >= start && text.charAt(escape) != '%') {
      escape--;
    }
    return escape >= start && sign - escape > 3 && text.charAt(escape + 1) == '3'
        ? escape + 3
        : start;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0 || Character.isSurrogate(c);
  }

  private static int withScheme(StringBuilder text, int start) {
    String scheme = "mailto:";
    int before = start - scheme.length();
    return before >= 0 && text.substring(before, start).equalsIgnoreCase(scheme) ? before : start;
  }
}
