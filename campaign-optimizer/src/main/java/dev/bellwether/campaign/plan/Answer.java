package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Clash;
import java.util.List;

/** What came of splitting a budget under the request's rules. */
sealed interface Answer {

  /**
   * A split.
   *
   * @param micros by ad set and slot
   * @param price what the last unit of currency brings on the lines that nothing holds
   * @param value on the fitted curves
   * @param bound what no split within the rules exceeds; with a target in the allocator's own terms
   * @param gap at most this share from the optimum
   */
  record Solved(
      List<TimeSlot> slots, long[][] micros, double price, double value, double bound, double gap)
      implements Answer {

    long total() {
      long total = 0;
      for (long[] line : micros) {
        total += Micros.sum(line);
      }
      return total;
    }
  }

  /**
   * A smallest set of rules that cannot hold together, in the frame that named them.
   *
   * @param frame whose names they are
   */
  record Clashing(Frame frame, List<Clash> clashes) implements Answer {}
}
