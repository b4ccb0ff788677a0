package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The figures of one ad set, and whom it shares its strength with.
 *
 * @param id unique within a fit
 * @param campaign ad sets of one campaign resemble each other
 * @param segment ad sets of one segment resemble each other
 * @param traits parts of the segment, such as an age or a placement, at fixed places; null where
 *     not known. Segments that share a part resemble each other too
 * @param observations in any order; may be empty, then the curve is that of its segment and
 *     campaign
 */
public record AdSetHistory(
    String id,
    String campaign,
    String segment,
    List<String> traits,
    List<Observation> observations) {

  public AdSetHistory {
    traits = Collections.unmodifiableList(new ArrayList<>(traits));
    observations = List.copyOf(observations);
  }

  /** Mean spend of the days on which it spent, or {@code otherwise} where it never did. */
  double typicalSpend(double otherwise) {
    double spend = 0;
    int days = 0;
    for (Observation observation : observations) {
      if (observation.spend() > 0) {
        spend += observation.spend();
        days += observation.days();
      }
    }
    return days == 0 ? otherwise : spend / days;
  }
}
