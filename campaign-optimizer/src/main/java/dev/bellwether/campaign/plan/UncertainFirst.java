package dev.bellwether.campaign.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the lines whose curves are least known at what they spend, the least known first, as far as
 * the share goes: a line that is cut because of a few bad days would never show that it is good.
 */
record UncertainFirst() implements Exploration {

  /** Known to a third either way is known well enough. */
  private static final double KNOWN = 1.0 / 3;

  /** One line that learns must not take what ten could learn with. */
  private static final int SHARES = 10;

  @Override
  public long[] floors(List<Candidate> candidates, long capMicros) {
    long[] floors = candidates.stream().mapToLong(Candidate::lowMicros).toArray();
    List<Integer> order =
        IntStream.range(0, floors.length)
            .boxed()
            .filter(i -> candidates.get(i).uncertainty() > KNOWN)
            .sorted(Comparator.comparingDouble(i -> -candidates.get(i).uncertainty()))
            .toList();
    long left = capMicros;
    long each = Math.max(1, capMicros / SHARES);
    for (int i : order) {
      Candidate candidate = candidates.get(i);
      long usual = candidate.usualMicros() == 0 ? candidate.highMicros() : candidate.usualMicros();
      long wanted = Math.min(usual, candidate.highMicros()) - candidate.lowMicros();
      long given = Math.clamp(wanted, 0, Math.min(each, left));
      floors[i] += given;
      left -= given;
    }
    return floors;
  }
}
