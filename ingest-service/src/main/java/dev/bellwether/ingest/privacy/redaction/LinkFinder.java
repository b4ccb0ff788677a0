package dev.bellwether.ingest.privacy.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides links from the rules for numbers, whose ids would pass for phone numbers; but takes out the
 * phone numbers that some links are made of.
 */
final class LinkFinder implements Finder {

  private static final Pattern PHONE =
      Pattern.compile(
          "(?:(?:wa\\.me|t\\.me|signal\\.me/#p)/\\+?|[?&;](?:phone|tel|telephone|mobile|cell|whatsapp|msisdn|telefon|telefono|telefone)=(?:\\+|%2B)?)([0-9][0-9().-]{5,18}[0-9])",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Draft draft) {
    StringBuilder text = draft.visible();
    for (int slash = text.indexOf("/"); slash >= 0; slash = text.indexOf("/", slash + 1)) {
      int start = start(text, slash);
      if (isLink(text, start, slash)) {
        int end = end(text, slash);
        hide(draft, start, end);
        slash = end - 1;
      }
    }
    for (int www = text.indexOf("www."); www >= 0; www = text.indexOf("www.", www)) {
      int end = end(text, www);
      hide(draft, www, end);
      www = end;
    }
  }

  private static int start(StringBuilder text, int slash) {
    int start = slash;
    while (start > 0 && isName(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || NumberRun.isDigit(c)
        || c == '.'
        || c == '-'
        || c == ':';
  }

  private static int end(StringBuilder text, int from) {
    int end = from;
    while (end < text.length() && " \t\n\r<>\"\uE000".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** {@code https:/}, or {@code host.tld/}. */
  private static boolean isLink(StringBuilder text, int start, int slash) {
    if (slash > start && text.charAt(slash - 1) == ':') {
      return slash - start > 1;
    }
    int dot = slash;
    while (dot > start && text.charAt(dot) != '.') {
      dot--;
    }
    if (dot <= start || slash - dot < 3) {
      return false;
    }
    for (int i = dot + 1; i < slash; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static void hide(Draft draft, int start, int end) {
    if (!hasDigit(draft.visible(), start, end)) {
      return;
    }
    Matcher phone = PHONE.matcher(draft.visible().substring(start, end));
    int hidden = start;
    while (phone.find()) {
      draft.hide(hidden, start + phone.start(1));
      draft.take(Kind.PHONE, start + phone.start(1), start + phone.end(1));
      hidden = start + phone.end(1);
    }
    draft.hide(hidden, end);
  }

  private static boolean hasDigit(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (NumberRun.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
