package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.plan.PlanTerms.Calendar;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Slots between which money may move freely: all of them, or with a calendar those of each weekday.
 *
 * @param budget of all together, in micros
 */
record Pools(List<Pool> pools, long budget) {

  /**
   * @param slots by their place in the plan's
   * @param days how many these are together
   */
  record Pool(List<Integer> slots, double days, long micros) {}

  /**
   * @param budget null where the request names none
   * @param today what is spent a day at present
   * @throws UnplannableException where the calendar's amounts do not fit the budget
   */
  static Pools of(List<TimeSlot> slots, Calendar calendar, Long budget, long today, int days) {
    long whole = budget == null ? Micros.times(today, days) : budget;
    return switch (calendar) {
      case null -> new Pools(List.of(pool(slots, _ -> true, whole)), whole);
      case Calendar.Weights weights -> weighted(slots, weights, whole);
      case Calendar.Amounts amounts -> fixed(slots, amounts, budget, today);
    };
  }

  private static Pools weighted(List<TimeSlot> slots, Calendar.Weights weights, long budget) {
    List<Pool> pools = new ArrayList<>();
    List<DayOfWeek> weekdays = slots.stream().map(TimeSlot::weekday).distinct().toList();
    double[] shares = new double[weekdays.size()];
    for (int i = 0; i < shares.length; i++) {
      DayOfWeek weekday = weekdays.get(i);
      shares[i] = weights.of(weekday) * pool(slots, weekday::equals, 0).days();
    }
    if (!(java.util.Arrays.stream(shares).sum() > 0)) {
      throw new UnplannableException(
          "calendar.weights",
          "All days of the plan weigh 0, so no money can go anywhere. Give one of their weekdays a weight.");
    }
    long[] micros = Micros.split(budget, shares);
    for (int i = 0; i < shares.length; i++) {
      pools.add(pool(slots, weekdays.get(i)::equals, micros[i]));
    }
    return new Pools(pools, budget);
  }

  private static Pools fixed(
      List<TimeSlot> slots, Calendar.Amounts amounts, Long budget, long today) {
    Map<DayOfWeek, Long> named = amounts.byWeekday();
    List<Pool> pools = new ArrayList<>();
    long given = 0;
    for (DayOfWeek weekday :
        slots.stream().map(TimeSlot::weekday).distinct().filter(named::containsKey).toList()) {
      Pool pool = pool(slots, weekday::equals, 0);
      long micros = Micros.times(named.get(weekday), (int) Math.round(pool.days()));
      pools.add(new Pool(pool.slots(), pool.days(), micros));
      given = Micros.plus(given, micros);
    }
    Pool rest = pool(slots, weekday -> !named.containsKey(weekday), 0);
    long left =
        budget == null ? Micros.times(today, (int) Math.round(rest.days())) : budget - given;
    if (left < 0 || left > 0 && rest.slots().isEmpty()) {
      throw new UnplannableException(
          "calendar.amounts",
          "The amounts of the calendar add up to %.2f over the plan's days and the budget is %.2f. Change one of them, or leave the budget away."
              .formatted(given / Micros.UNIT, budget / Micros.UNIT));
    }
    if (!rest.slots().isEmpty()) {
      pools.add(new Pool(rest.slots(), rest.days(), left));
    }
    return new Pools(pools, Micros.plus(given, left));
  }

  private static Pool pool(
      List<TimeSlot> slots, java.util.function.Predicate<DayOfWeek> weekdays, long micros) {
    List<Integer> own = new ArrayList<>();
    double days = 0;
    for (int k = 0; k < slots.size(); k++) {
      if (weekdays.test(slots.get(k).weekday())) {
        own.add(k);
        days += slots.get(k).days();
      }
    }
    return new Pool(own, days, micros);
  }
}
