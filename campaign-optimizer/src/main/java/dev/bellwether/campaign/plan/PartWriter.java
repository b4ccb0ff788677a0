package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.budget.BudgetPlan.Part;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads each slot over its stretches, evenly. What does not divide goes round micro by micro from
 * where the line before stopped: so the parts of a line add up to the line, and the parts of a
 * stretch to its even share of the slot.
 */
final class PartWriter {

  private final List<TimeSlot> slots;
  private final PlanTerms.Grain grain;
  private final int[] next;

  PartWriter(List<TimeSlot> slots, PlanTerms.Grain grain) {
    this.slots = slots;
    this.grain = grain;
    this.next = new int[slots.size()];
  }

  /** Lines must come in one order, each once. Null where the plan is not divided. */
  List<Part> parts(long[] micros) {
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < micros.length; k++) {
      List<TimeSlot.Stretch> stretches = slots.get(k).stretches();
      int count = stretches.size();
      long even = micros[k] / count;
      int left = (int) (micros[k] % count);
      for (int s = 0; s < count; s++) {
        boolean hasMore = Math.floorMod(s - next[k], count) < left;
        TimeSlot.Stretch stretch = stretches.get(s);
        parts.add(new Part(stretch.start(), stretch.end(), even + (hasMore ? 1 : 0)));
      }
      next[k] = (next[k] + left) % count;
    }
    parts.sort(Comparator.comparing(Part::start));
    return switch (grain) {
      case WHOLE -> null;
      case DAY, DAYPART -> parts;
      case WEEK -> weeks(parts);
    };
  }

  /** From Monday to Sunday, as far as they lie in the plan. */
  private static List<Part> weeks(List<Part> days) {
    Map<LocalDate, Part> weeks = new LinkedHashMap<>();
    for (Part day : days) {
      LocalDate monday =
          day.start().toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      weeks.merge(
          monday,
          day,
          (a, b) -> new Part(a.start(), b.end(), a.plannedMicros() + b.plannedMicros()));
    }
    return List.copyOf(weeks.values());
  }
}
