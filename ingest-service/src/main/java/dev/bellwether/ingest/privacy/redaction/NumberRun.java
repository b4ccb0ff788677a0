package dev.bellwether.ingest.privacy.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of digits with nothing between them but what people write between the parts of one number:
 * blanks, hyphens, dots, slashes and round brackets, three at most.
 *
 * @param text the whole text as it was when the run was found
 * @param starts of the groups
 * @param ends of the groups, half open
 */
record NumberRun(String text, int[] starts, int[] ends) {

  private static final int MOST_BETWEEN = 3;
  private static final int FIRST_GROUPS = 16;

  static List<NumberRun> in(String text) {
    var runs = new ArrayList<NumberRun>();
    int[] starts = new int[FIRST_GROUPS];
    int[] ends = new int[FIRST_GROUPS];
    int groups = 0;
    int i = 0;
    while (i < text.length()) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (groups > 0 && !joins(text, ends[groups - 1], i)) {
        runs.add(of(text, starts, ends, groups));
        groups = 0;
      }
      if (groups == starts.length) {
        starts = Arrays.copyOf(starts, 2 * groups);
        ends = Arrays.copyOf(ends, 2 * groups);
      }
      starts[groups] = i;
      ends[groups++] = end;
      i = end;
    }
    if (groups > 0) {
      runs.add(of(text, starts, ends, groups));
    }
    return runs;
  }

  private static NumberRun of(String text, int[] starts, int[] ends, int groups) {
    return new NumberRun(text, Arrays.copyOf(starts, groups), Arrays.copyOf(ends, groups));
  }

  private static boolean joins(CharSequence text, int from, int to) {
    if (to - from > MOST_BETWEEN) {
      return false;
    }
    if (to - from > 1
        && (text.charAt(from) == '/'
            || text.charAt(from + 1) == '/'
            || text.charAt(to - 1) == '/')) {
      return false; // two numbers
    }
    for (int i = from; i < to; i++) {
      if (" -./()".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int groups() {
    return starts.length;
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /** Digits of the groups from first to last, both among them. */
  int digits(int first, int last) {
    int digits = 0;
    for (int i = first; i <= last; i++) {
      digits += length(i);
    }
    return digits;
  }

  String digitsOf(int first, int last) {
    var digits = new StringBuilder();
    for (int i = first; i <= last; i++) {
      digits.append(text, starts[i], ends[i]);
    }
    return digits.toString();
  }

  /** What stands between a group and the next. */
  String between(int group) {
    return text.subSequence(ends[group], starts[group + 1]).toString();
  }

  /** The first character between a group and the next; a space where there is none. */
  char separator(int group) {
    return ends[group] == text.length() ? ' ' : text.charAt(ends[group]);
  }

  int value(int group) {
    return length(group) > 9
        ? Integer.MAX_VALUE
        : Integer.parseInt(text, starts[group], ends[group], 10);
  }

  /** A space where the text begins or ends. */
  char before(int group) {
    return starts[group] == 0 ? ' ' : text.charAt(starts[group] - 1);
  }

  char after(int group) {
    return ends[group] == text.length() ? ' ' : text.charAt(ends[group]);
  }
}
