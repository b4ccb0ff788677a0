package dev.bellwether.ingest.privacy.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.InetAddressValidator;

/**
 * IP addresses of version 4, unless a word before calls the number a version, and of version 6 (RFC
 * 4291) where it has all eight groups or a {@code ::} between digits. Private and loopback ones
 * too: they say nothing of a person, but telling them apart gains nothing.
 */
final class IpFinder implements Finder {

  private static final Pattern V4 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.#-])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\p{L}\\p{N}_]|\\.\\d)");
  private static final Pattern V6 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|(?:\\d{1,3}\\.){3}\\d{1,3})?(?![\\p{L}\\p{N}_:])");
  private static final Pattern VERSION_BEFORE =
      Pattern.compile(
          "(?:\\bv|version|versión|versione|versão|firmware|build|release|update|ios|android|chrome|firefox|driver)[ :.]{0,2}$",
          Pattern.CASE_INSENSITIVE);
  private static final int WORD = 12;

  private final InetAddressValidator validator = InetAddressValidator.getInstance();

  @Override
  public void find(Draft draft) {
    StringBuilder text = draft.visible();
    int dots = 0;
    int colons = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      if (c == '.' && NumberRun.isDigit(next) && NumberRun.isDigit(text.charAt(i - 1))) {
        dots++;
      } else if (c == ':' && (next == ':' || Character.digit(next, 16) >= 0)) {
        colons++;
      }
    }
    if (dots >= 3) {
      find(draft, V4);
    }
    if (colons >= 7 || colons > 0 && text.indexOf("::") >= 0) {
      find(draft, V6);
    }
  }

  private void find(Draft draft, Pattern pattern) {
    Matcher matcher = pattern.matcher(draft.visible());
    int from = 0;
    while (matcher.find(from)) {
      from = matcher.end();
      if (isAddress(matcher.group(), pattern == V4)
          && !isVersion(draft.visible(), matcher.start())) {
        draft.take(Kind.IP, matcher.start(), matcher.end());
        matcher.reset(draft.visible());
      }
    }
  }

  private boolean isAddress(String text, boolean four) {
    return four
        ? validator.isValidInet4Address(text)
        : validator.isValidInet6Address(text) && text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isVersion(StringBuilder text, int start) {
    return VERSION_BEFORE.matcher(text.substring(Math.max(0, start - WORD), start)).find();
  }
}
