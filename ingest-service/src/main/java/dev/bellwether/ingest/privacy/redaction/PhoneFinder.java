package dev.bellwether.ingest.privacy.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers: with a country's code wherever libphonenumber knows the number to exist, else by
 * how the digits are grouped, and short ones only beside a word such as "call".
 */
final class PhoneFinder implements Finder {

  private static final int SHORTEST = 5;
  private static final int SHORTEST_WITHOUT_WORD = 7;
  private static final int LONGEST = 17;
  // more digits in one group than any country writes without its code
  private static final int PLAIN_DIGITS = 11;

  private static final Pattern VANITY =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+?1[ .-]?)?\\(?8(?:00|33|44|55|66|77|88)\\)?[ .-]{1,2}[A-Z0-9][A-Z0-9 -]{5,12}[A-Z0-9](?![\\p{L}\\p{N}])");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\G(?:;ext=|[ ,]{0,2}(?:ext|extn|x|poste|Durchwahl|anexo|int)\\.? ?)\\d{1,6}(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private final InternationalNumbers international = new InternationalNumbers();

  @Override
  public void find(Draft draft) {
    vanity(draft);
    for (NumberRun run : NumberRun.in(draft.visible())) {
      if (run.digits(0, run.groups() - 1) >= SHORTEST) {
        find(draft, run, 0, run.groups() - 1);
      }
    }
  }

  private static void vanity(Draft draft) {
    if (draft.visible().indexOf("8") < 0) {
      return;
    }
    Matcher matcher = VANITY.matcher(draft.visible());
    int from = 0;
    while (matcher.find(from)) {
      from = matcher.end();
      if (matcher.group().chars().filter(c -> c >= 'A' && c <= 'Z').count() >= 3) {
        draft.take(Kind.PHONE, matcher.start(), matcher.end());
        matcher.reset(draft.visible());
      }
    }
  }

  /** The longest number among the groups, and then what is left and right of it. */
  private void find(Draft draft, NumberRun run, int first, int last) {
    for (int groups = last - first + 1; groups > 0; groups--) {
      for (int from = first; from + groups - 1 <= last; from++) {
        int to = from + groups - 1;
        int digits = run.digits(from, to);
        if (digits >= SHORTEST && digits <= LONGEST && isPhone(draft.visible(), run, from, to)) {
          take(draft, run, from, to);
          find(draft, run, first, from - 1);
          find(draft, run, to + 1, last);
          return;
        }
      }
    }
  }

  private boolean isPhone(CharSequence text, NumberRun run, int from, int to) {
    String digits = run.digitsOf(from, to);
    int start = run.starts()[from];
    boolean plus = PhoneContext.hasPlus(text, start);
    if (!plus && PhoneContext.isPartOfSomethingElse(text, start, run.ends()[to])) {
      return false;
    }
    boolean word = PhoneContext.hasWord(text, start);
    if (international.exists(digits, plus)) {
      return plus || from < to || word || digits.startsWith("00") || digits.length() > PLAIN_DIGITS;
    }
    if (word) {
      return PhoneShape.isPossible(run, from, to);
    }
    return digits.length() >= SHORTEST_WITHOUT_WORD
        && !(plus && digits.charAt(0) == '0')
        && !(from == to && digits.length() > PLAIN_DIGITS)
        && !PhoneContext.hasCounterWord(text, start, run.ends()[to])
        && PhoneShape.isLikely(run, from, to);
  }

  private static void take(Draft draft, NumberRun run, int from, int to) {
    StringBuilder text = draft.visible();
    int end = run.ends()[to];
    Matcher extension = EXTENSION.matcher(text).region(end, text.length());
    if (extension.find()) {
      end = extension.end();
    }
    draft.take(Kind.PHONE, PhoneContext.start(text, run.starts()[from]), end);
  }
}
