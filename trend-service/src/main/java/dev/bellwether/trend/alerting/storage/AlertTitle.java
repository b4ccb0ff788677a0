package dev.bellwether.trend.alerting.storage;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.alerting.wording.SignalWording;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import java.util.List;

/** What an alert is called: its rule, its first signal, and how many there are beside it. */
public final class AlertTitle {

  private static final int LONGEST = 200;

  private AlertTitle() {}

  static String of(String rule, Signal first, SubjectNames names) {
    return SignalWording.utc(first.workspace(), names).title(rule, List.of(first));
  }

  /** At most 200 characters. */
  public static String counted(String title, int signals) {
    if (signals < 2) {
      return title;
    }
    String more = " and " + (signals - 1) + " more";
    int end = Math.min(title.length(), LONGEST - more.length());
    if (end < title.length() && Character.isHighSurrogate(title.charAt(end - 1))) {
      end--;
    }
    return title.substring(0, end) + more;
  }
}
