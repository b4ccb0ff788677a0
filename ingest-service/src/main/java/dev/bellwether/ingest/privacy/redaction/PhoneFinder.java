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
  private static final int SHORTEST_INTERNATIONAL = 10;
  // of a number that nothing before it calls one
  private static final int MOST_GROUPS = 9;
  private static final int MOST_GROUPS_OF_NUMBERS = 32;
  // more digits in one group than any country writes without its code
  private static final int PLAIN_DIGITS = 11;

  private static final Pattern VANITY =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+?1[ .-]?)?\\(?8(?:00|33|44|55|66|77|88)\\)?[ .-]{1,2}[A-Z0-9][A-Z0-9 -]{5,12}[A-Z0-9](?![\\p{L}\\p{N}])");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\G(?:;ext=|[ ,]{0,2}(?:ext|extn|x|poste|Durchwahl|anexo|int)\\.? ?)\\d{1,6}(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private final NumberingPlan plan;

  PhoneFinder(NumberingPlan plan) {
    this.plan = plan;
  }

  /** What stands before the digits: a {@code +}, or a word for calling. */
  private record Start(boolean plus, boolean word) {

    private static final Start NEITHER = new Start(false, false);

    static Start of(CharSequence text, int at) {
      boolean plus = PhoneContext.hasPlus(text, at);
      boolean word = PhoneContext.hasWord(text, at);
      return plus || word ? new Start(plus, word) : NEITHER;
    }

    boolean called() {
      return plus || word;
    }
  }

  @Override
  public void find(Draft draft) {
    vanity(draft);
    for (NumberRun run : NumberRun.in(draft.visible().toString())) {
      if (run.digits(0, run.groups() - 1) >= SHORTEST) {
        find(draft, run);
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

  /** Numbers of one shape side by side first, then the longest, from left to right. */
  private void find(Draft draft, NumberRun run) {
    var starts = new Start[run.groups()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = Start.of(draft.visible(), run.starts()[i]);
    }
    int each = NumberList.groupsOfEach(run);
    if (each > 0) {
      for (int from = 0; from < run.groups(); from += each) {
        takeIfPhone(draft, run, starts[from], from, from + each - 1);
      }
    }
    for (int groups = Math.min(run.groups(), LONGEST); groups > 0; groups--) {
      for (int from = 0; from + groups <= run.groups(); from++) {
        if (groups <= MOST_GROUPS || starts[from].called()) {
          takeIfPhone(draft, run, starts[from], from, from + groups - 1);
        }
      }
    }
  }

  private void takeIfPhone(Draft draft, NumberRun run, Start start, int from, int to) {
    int digits = run.digits(from, to);
    if (digits >= SHORTEST
        && digits <= LONGEST
        && isThere(draft.visible(), run, from, to)
        && isPhone(draft.visible(), run, start, from, to)) {
      take(draft, run, from, to);
    }
  }

  private static boolean isThere(CharSequence text, NumberRun run, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (text.charAt(run.starts()[i]) == Draft.TAKEN) {
        return false;
      }
    }
    return true;
  }

  private boolean isPhone(CharSequence text, NumberRun run, Start at, int from, int to) {
    int start = run.starts()[from];
    int end = run.ends()[to];
    if (!at.plus() && PhoneContext.isPartOfSomethingElse(text, start, end)
        || !at.called() && NumberList.isList(run, from, to)) {
      return false;
    }
    String digits = run.digitsOf(from, to);
    if (isAsked(run, at, digits) && plan.has(digits, at.plus())) {
      return at.called() || from < to || digits.startsWith("00") || digits.length() > PLAIN_DIGITS;
    }
    if (at.word()) {
      return PhoneShape.isPossible(run, from, to);
    }
    return digits.length() >= SHORTEST_WITHOUT_WORD
        && !(at.plus() && digits.charAt(0) == '0')
        && !(from == to && digits.length() > PLAIN_DIGITS)
        && PhoneShape.isLikely(run, from, to)
        && !PhoneContext.hasCounterWord(text, start, end);
  }

  /** In a long table of numbers some exist by chance. */
  private static boolean isAsked(NumberRun run, Start at, String digits) {
    return at.called()
        || digits.startsWith("00")
        || digits.startsWith("011")
        || digits.length() >= SHORTEST_INTERNATIONAL && run.groups() <= MOST_GROUPS_OF_NUMBERS;
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
