package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.AccountHistory.Fresh;
import dev.bellwether.campaign.plan.Exchange;
import dev.bellwether.campaign.plan.PlanTerms;
import dev.bellwether.campaign.plan.PlanTerms.Calendar;
import dev.bellwether.campaign.plan.PlanTerms.Grain;
import dev.bellwether.campaign.plan.PlanTerms.GroupTerms;
import dev.bellwether.campaign.plan.PlanTerms.LineTerms;
import dev.bellwether.campaign.plan.PlanTerms.Span;
import dev.bellwether.campaign.plan.Scenarios;
import dev.bellwether.campaign.plan.api.PlanRequest.CalendarRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.GroupRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.LineRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.NewAdSet;
import dev.bellwether.campaign.plan.api.PlanRequest.TargetRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.Weekday;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan.Target;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.TargetKind;
import dev.bellwether.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a request for itself and puts it into the planner's terms. */
final class RequestReading {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_LINES = 20_000;
  private static final int MOST_GROUPS = 200;
  private static final int DEEPEST = 8;

  /** A variation with the ad sets that it begins. */
  record Varied(Scenarios.Variation variation, List<Fresh> fresh) {}

  private final PlanRequest request;
  private final String prefix;
  private int groups;

  /**
   * @param prefix of the fields' names, such as {@code variations[2].}; empty for a request alone
   */
  RequestReading(PlanRequest request, String prefix) {
    this.request = request;
    this.prefix = prefix;
  }

  /**
   * @throws ProblemException 400 that names the field
   */
  PlanTerms terms() {
    account();
    return new PlanTerms(
        RequestNumbers.positive(prefix + "budget", request.budget()),
        goal(),
        period(),
        grain(),
        target(),
        lines(),
        groups(request.groups(), prefix + "groups", 1),
        RequestNumbers.share(prefix + "change", request.change(), 2),
        RequestNumbers.share(prefix + "maximumMoved", request.maximumMoved(), 1),
        calendar(),
        request.exploration() == null
            ? 0
            : RequestNumbers.share(prefix + "exploration", request.exploration(), 1));
  }

  String account() {
    if (request.account() == null || request.account().isBlank()) {
      throw ProblemException.badRequest(prefix + "account", "Name the ad account to plan for.");
    }
    return RequestNumbers.name(prefix + "account", request.account());
  }

  Exchange exchange() {
    String own = request.currency();
    if (own != null) {
      checkCurrency(prefix + "currency", own);
    }
    Map<String, Double> rates = new HashMap<>();
    if (request.exchangeRates() != null) {
      if (own == null) {
        throw ProblemException.badRequest(
            prefix + "currency", "exchangeRates need the plan's currency: name it in currency.");
      }
      request
          .exchangeRates()
          .forEach(
              (currency, rate) -> {
                String field = prefix + "exchangeRates." + currency;
                checkCurrency(field, currency);
                rates.put(currency, RequestNumbers.ratio(field, rate));
              });
    }
    return own == null ? Exchange.NONE : new Exchange(own, rates);
  }

  /** The ad sets that are to begin. */
  List<Fresh> fresh() {
    return lines().stream()
        .filter(line -> line.fresh() != null)
        .map(line -> new Fresh(line.campaign(), line.adSet(), line.fresh()))
        .toList();
  }

  private static void checkCurrency(String field, String currency) {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(field, field + " must be an ISO 4217 code, such as EUR.");
    }
  }

  private Goal goal() {
    if (request.goal() != null) {
      if (request.target() != null
          && request.target().kind() == TargetKind.CPA
          && request.goal() == Goal.REVENUE) {
        throw ProblemException.badRequest(
            prefix + "goal",
            "A target CPA is one of conversions: set goal to conversions, or leave it away.");
      }
      return request.goal();
    }
    TargetKind kind = request.target() == null ? null : request.target().kind();
    return kind == TargetKind.ROAS || kind == TargetKind.MARGINAL_ROAS
        ? Goal.REVENUE
        : Goal.CONVERSIONS;
  }

  private Target target() {
    TargetRequest target = request.target();
    if (target == null) {
      return null;
    }
    if (target.kind() == null) {
      throw ProblemException.badRequest(
          prefix + "target.kind", "target.kind must be cpa, roas, marginalRoas or volume.");
    }
    double value = RequestNumbers.ratio(prefix + "target.value", target.value());
    return new Target(
        target.kind(),
        switch (target.kind()) {
          case CPA -> value * 1e6;
          case ROAS, MARGINAL_ROAS -> value;
          case VOLUME -> goal() == Goal.REVENUE ? value * 1e6 : value;
        });
  }

  private PlanTerms.Period period() {
    if (request.day() != null && (request.from() != null || request.until() != null)) {
      throw ProblemException.badRequest(
          prefix + "day", "day is for a plan of one day; name either day, or from and until.");
    }
    if (request.period() != null && (request.day() != null || request.until() != null)) {
      throw ProblemException.badRequest(
          prefix + "period",
          "period says how long the plan is, and so does day or until; name one.");
    }
    checkYear("day", request.day());
    checkYear("from", request.from());
    checkYear("until", request.until());
    if (request.from() != null
        && request.until() != null
        && request.until().isBefore(request.from())) {
      throw ProblemException.badRequest(prefix + "until", "until must not lie before from.");
    }
    LocalDate first = request.day() == null ? request.from() : request.day();
    return new PlanTerms.Period(
        first,
        request.until(),
        switch (request.period()) {
          case null -> Span.DAY;
          case TOMORROW -> Span.DAY;
          case WEEK -> Span.WEEK;
          case MONTH -> Span.MONTH;
        });
  }

  private void checkYear(String field, LocalDate day) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw ProblemException.badRequest(
          prefix + field,
          "The %s must lie in the years %d to %d.".formatted(field, FIRST_YEAR, LAST_YEAR));
    }
  }

  private Grain grain() {
    return switch (request.by()) {
      case null -> Grain.WHOLE;
      case DAY -> Grain.DAY;
      case WEEK -> Grain.WEEK;
      case DAYPART -> Grain.DAYPART;
    };
  }

  private List<LineTerms> lines() {
    List<LineRequest> all = request.lines() == null ? List.of() : request.lines();
    checkCount(prefix + "lines", all.size(), MOST_LINES);
    List<LineTerms> lines = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String at = prefix + "lines[" + i + "]";
      LineTerms line = line(at, present(at, all.get(i)));
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
    Long minimum = RequestNumbers.amount(at + ".minimum", line.minimum());
    Long maximum = RequestNumbers.amount(at + ".maximum", line.maximum());
    Long fixed = RequestNumbers.amount(at + ".fixed", line.fixed());
    boolean pause = Boolean.TRUE.equals(line.pause());
    if (fixed != null && (minimum != null || maximum != null)) {
      throw ProblemException.badRequest(
          at + ".fixed", "fixed stands alone: leave minimum and maximum away.");
    }
    checkOrder(at, minimum, maximum);
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
        RequestNumbers.name(
            at + (fresh == null ? ".campaign" : ".new.campaign"),
            fresh == null ? line.campaign() : fresh.campaign()),
        RequestNumbers.name(
            at + (fresh == null ? ".adSet" : ".new.adSet"),
            fresh == null ? line.adSet() : fresh.adSet()),
        fresh == null ? null : segment(at + ".new.segment", fresh.segment()),
        minimum,
        maximum,
        fixed,
        RequestNumbers.share(at + ".maximumChange", line.maximumChange(), 2),
        pause,
        weekdays(at + ".weekdays", line.weekdays()));
  }

  private static Segment segment(String field, Segment segment) {
    if (segment == null) {
      return Segment.NONE;
    }
    String[] parts = {
      segment.age(), segment.gender(), segment.geo(), segment.interest(), segment.placement()
    };
    for (String part : parts) {
      if (part != null) {
        RequestNumbers.name(field, part);
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

  private List<GroupTerms> groups(List<GroupRequest> all, String field, int depth) {
    if (all == null) {
      return List.of();
    }
    if (depth > DEEPEST) {
      throw ProblemException.badRequest(
          field, "Groups may lie in one another " + DEEPEST + " deep; these are deeper.");
    }
    groups += all.size();
    checkCount(prefix + "groups", groups, MOST_GROUPS);
    List<GroupTerms> terms = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String at = field + "[" + i + "]";
      terms.add(group(at, present(at, all.get(i)), depth));
    }
    return terms;
  }

  private GroupTerms group(String at, GroupRequest group, int depth) {
    Long minimum = RequestNumbers.amount(at + ".minimum", group.minimum());
    Long maximum = RequestNumbers.amount(at + ".maximum", group.maximum());
    checkOrder(at, minimum, maximum);
    List<String> adSets = group.adSets() == null ? List.of() : group.adSets();
    for (int i = 0; i < adSets.size(); i++) {
      RequestNumbers.name(at + ".adSets[" + i + "]", adSets.get(i));
    }
    var terms =
        new GroupTerms(
            at,
            RequestNumbers.name(at + ".name", group.name()),
            group.campaign(),
            adSets,
            segment(at + ".segment", group.segment()),
            minimum,
            maximum,
            groups(group.groups(), at + ".groups", depth + 1));
    if (!terms.choosesLines() && terms.groups().isEmpty()) {
      throw ProblemException.badRequest(
          at, "Say what the group holds: a campaign, adSets, a segment, or groups.");
    }
    return terms;
  }

  private Calendar calendar() {
    CalendarRequest calendar = request.calendar();
    if (calendar == null) {
      return null;
    }
    if ((calendar.weights() == null) == (calendar.amounts() == null)) {
      throw ProblemException.badRequest(
          prefix + "calendar", "A calendar has either weights or amounts by weekday.");
    }
    if (calendar.amounts() != null) {
      Map<DayOfWeek, Long> amounts = new EnumMap<>(DayOfWeek.class);
      calendar
          .amounts()
          .forEach(
              (day, amount) -> {
                String field = prefix + "calendar.amounts." + json(day);
                amounts.put(day.day(), RequestNumbers.amount(field, present(field, amount)));
              });
      return new Calendar.Amounts(amounts);
    }
    Map<DayOfWeek, Double> weights = new EnumMap<>(DayOfWeek.class);
    calendar
        .weights()
        .forEach(
            (day, weight) -> {
              String field = prefix + "calendar.weights." + json(day);
              weights.put(day.day(), weight(field, present(field, weight)));
            });
    return new Calendar.Weights(weights);
  }

  private static double weight(String field, BigDecimal weight) {
    return weight.signum() == 0 ? 0 : RequestNumbers.ratio(field, weight);
  }

  private static String json(Weekday day) {
    return day.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void checkOrder(String at, Long minimum, Long maximum) {
    if (minimum != null && maximum != null && minimum > maximum) {
      throw ProblemException.badRequest(
          at + ".minimum", at + ".minimum must not be above the maximum.");
    }
  }

  private static void checkCount(String field, int count, int most) {
    if (count > most) {
      throw ProblemException.badRequest(
          field, "%s may hold at most %d; these are %d.".formatted(field, most, count));
    }
  }

  private static <T> T present(String field, T value) {
    if (value == null) {
      throw ProblemException.badRequest(field, field + " is null; leave it out or give a value.");
    }
    return value;
  }
}
