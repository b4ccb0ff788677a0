package dev.bellwether.campaign.suggestion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why something is suggested, in plain words with the figures. */
final class Wording {

  private static final String TIME = "yyyy-MM-dd HH:mm 'UTC'";

  private Wording() {}

  static String storm(BrandLink link, Evidence evidence, Instant lastOut, double keep) {
    var negative = evidence.negative();
    String what =
        "%s of the %d scored mentions of %s in the hour to %s are negative (%s to %s), against %s usually, since %s."
            .formatted(
                percent(negative.share()),
                negative.mentions(),
                link.title(),
                time(lastOut),
                percent(negative.low()),
                percent(negative.high()),
                percent(evidence.habit()),
                time(evidence.since()));
    String about = evidence.label() == null ? "" : " Most are about: " + evidence.label() + ".";
    String then =
        keep == 0
            ? " Pause the ads beside them until it has passed."
            : " Lower the ads beside them to %s until it has passed.".formatted(percent(keep));
    return what + about + then;
  }

  static String resumption(BrandLink link, Instant since) {
    return "The storm about %s that began %s has passed: give the ads that were paused or lowered for it back what they spent before."
        .formatted(link.title(), time(since));
  }

  static String shift(BrandLink link, Evidence evidence, double share) {
    var negative = evidence.negative();
    String what =
        "\"%s\" is rising around %s: %.0f mentions an hour against %.0f usually, since %s; %s of %d scored are negative (%s to %s)."
            .formatted(
                evidence.label() == null ? evidence.trend() : evidence.label(),
                link.title(),
                evidence.perHour(),
                evidence.expectedPerHour(),
                time(evidence.since()),
                percent(negative.share()),
                negative.mentions(),
                percent(negative.low()),
                percent(negative.high()));
    var outlook = evidence.outlook();
    String next =
        outlook == null
            ? ""
            : " The next 24 hours should bring %.0f more (%.0f to %.0f)."
                .formatted(outlook.median(), outlook.low(), outlook.high());
    return what
        + next
        + " Shift %s of the account's day to the ads about it, from those whose next unit of currency brings the least."
            .formatted(percent(share));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String time(Instant at) {
    return DateTimeFormatter.ofPattern(TIME, Locale.ROOT).withZone(ZoneOffset.UTC).format(at);
  }
}
