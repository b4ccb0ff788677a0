package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.AccountHistory.Fresh;
import dev.bellwether.campaign.plan.Exchange;
import dev.bellwether.campaign.plan.PlanTerms;
import dev.bellwether.campaign.plan.PlanTerms.Calendar;
import dev.bellwether.campaign.plan.PlanTerms.Grain;
import dev.bellwether.campaign.plan.PlanTerms.Span;
import dev.bellwether.campaign.plan.Scenarios;
import dev.bellwether.campaign.plan.api.PlanRequest.CalendarRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.TargetRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.Weekday;
import dev.bellwether.contracts.budget.BudgetPlan.Target;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.TargetKind;
import dev.bellwether.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a request for itself and puts it into the planner's terms. */
final class RequestReading {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  /** A variation with the ad sets that it begins. */
  record Varied(Scenarios.Variation variation, List<Fresh> fresh) {}

  private final PlanRequest request;
  private final String prefix;

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
        RequestValues.positive(prefix + "budget", request.budget()),
        goal(),
        period(),
        grain(),
        target(),
        LineReading.lines(prefix + "lines", request.lines()),
        new GroupReading(prefix + "groups").groups(request.groups()),
        RequestValues.share(prefix + "change", request.change(), 2),
        RequestValues.share(prefix + "maximumMoved", request.maximumMoved(), 1),
        calendar(),
        request.exploration() == null
            ? 0
            : RequestValues.share(prefix + "exploration", request.exploration(), 1));
  }

  String account() {
    if (request.account() == null || request.account().isBlank()) {
      throw ProblemException.badRequest(prefix + "account", "Name the ad account to plan for.");
    }
    return RequestValues.name(prefix + "account", request.account());
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
                rates.put(currency, RequestValues.ratio(field, rate));
              });
    }
    return own == null ? Exchange.NONE : new Exchange(own, rates);
  }

  /** The ad sets that are to begin. */
  List<Fresh> fresh() {
    return LineReading.lines(prefix + "lines", request.lines()).stream()
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
    double value = RequestValues.ratio(prefix + "target.value", target.value());
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
                amounts.put(
                    day.day(), RequestValues.amount(field, RequestValues.present(field, amount)));
              });
      return new Calendar.Amounts(amounts);
    }
    Map<DayOfWeek, Double> weights = new EnumMap<>(DayOfWeek.class);
    calendar
        .weights()
        .forEach(
            (day, weight) -> {
              String field = prefix + "calendar.weights." + json(day);
              weights.put(day.day(), weight(field, RequestValues.present(field, weight)));
            });
    return new Calendar.Weights(weights);
  }

  private static double weight(String field, BigDecimal weight) {
    return weight.signum() == 0 ? 0 : RequestValues.ratio(field, weight);
  }

  private static String json(Weekday day) {
    return day.name().toLowerCase(java.util.Locale.ROOT);
  }
}
