package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.PlanTerms.LineTerms;
import dev.bellwether.campaign.plan.api.PlanRequest.LineRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.NewAdSet;
import dev.bellwether.campaign.plan.api.PlanRequest.Weekday;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.kit.problem.ProblemException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the rules for single lines. */
final class LineReading {

  private static final int MOST = 20_000;

  private LineReading() {}

  /**
   * @param asked null for none
   * @throws ProblemException 400 that names the field
   */
  static List<LineTerms> lines(String field, List<LineRequest> asked) {
    List<LineRequest> all = asked == null ? List.of() : asked;
    RequestValues.checkCount(field, all.size(), MOST);
    List<LineTerms> lines = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String at = field + "[" + i + "]";
      LineTerms line = line(at, RequestValues.present(at, all.get(i)));
      if (!seen.add(List.of(line.campaign(), line.adSet()))) {
        throw ProblemException.badRequest(
            at, "%s is named by two lines; put its rules into one.".formatted(line.adSet()));
      }
      lines.add(line);
    }
    return lines;
  }

  private static LineTerms line(String at, LineRequest line) {
    NewAdSet fresh = line.fresh();
    if (fresh != null && (line.campaign() != null || line.adSet() != null)) {
      throw ProblemException.badRequest(
          at + ".new", "A line is named either in new or by campaign and adSet.");
    }
    Long minimum = RequestValues.amount(at + ".minimum", line.minimum());
    Long maximum = RequestValues.amount(at + ".maximum", line.maximum());
    Long fixed = RequestValues.amount(at + ".fixed", line.fixed());
    boolean pause = Boolean.TRUE.equals(line.pause());
    if (fixed != null && (minimum != null || maximum != null)) {
      throw ProblemException.badRequest(
          at + ".fixed", "fixed stands alone: leave minimum and maximum away.");
    }
    RequestValues.checkOrder(at, minimum, maximum);
    if (pause && (minimum != null && minimum > 0 || fixed != null && fixed > 0)) {
      throw ProblemException.badRequest(
          at + ".pause", "A line that is paused cannot have to spend; leave one of them away.");
    }
    if (fresh != null && minimum == null && maximum == null && fixed == null) {
      throw ProblemException.badRequest(
          at + ".maximum",
          "An ad set that is to begin needs a maximum: nothing is known of its size.");
    }
    return new LineTerms(
        at,
        RequestValues.name(
            at + (fresh == null ? ".campaign" : ".new.campaign"),
            fresh == null ? line.campaign() : fresh.campaign()),
        RequestValues.name(
            at + (fresh == null ? ".adSet" : ".new.adSet"),
            fresh == null ? line.adSet() : fresh.adSet()),
        fresh == null ? null : segment(at + ".new.segment", fresh.segment()),
        minimum,
        maximum,
        fixed,
        RequestValues.share(at + ".maximumChange", line.maximumChange(), 2),
        pause,
        weekdays(at + ".weekdays", line.weekdays()));
  }

  static Segment segment(String field, Segment segment) {
    if (segment == null) {
      return Segment.NONE;
    }
    String[] parts = {
      segment.age(), segment.gender(), segment.geo(), segment.interest(), segment.placement()
    };
    for (String part : parts) {
      if (part != null) {
        RequestValues.name(field, part);
      }
    }
    return segment;
  }

  private static Set<DayOfWeek> weekdays(String field, List<Weekday> weekdays) {
    if (weekdays == null) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    if (weekdays.isEmpty() || weekdays.contains(null)) {
      throw ProblemException.badRequest(
          field, field + " names the days on which it may run; for none set pause.");
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    weekdays.forEach(weekday -> days.add(weekday.day()));
    return days;
  }
}
