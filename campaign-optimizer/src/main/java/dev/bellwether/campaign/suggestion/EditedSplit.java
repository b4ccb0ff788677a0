package dev.bellwether.campaign.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Edits the present split as far as the suggestion says and no further: what it does not name stays
 * as it is, to the micro, but for what it gives or takes.
 *
 * @param mostTaken share of its spend that a line may give to a shift, 0 to 1
 * @param mostGrowth share of their spend by which those that receive may grow
 */
public record EditedSplit(double mostTaken, double mostGrowth) implements SuggestedPlan {

  private static final String STAYS = "Stays as it is: the suggestion is not about it.";

  @Override
  public List<Line> split(
      Suggestion suggestion, List<AdLine> lines, double[] marginal, Freed freed, Double keep) {
    var advice = suggestion.advice();
    var named = new HashMap<List<String>, AdLine>();
    advice.lines().forEach(line -> named.put(name(line), line));
    boolean[] meant = new boolean[lines.size()];
    for (int i = 0; i < meant.length; i++) {
      meant[i] = named.containsKey(name(lines.get(i)));
    }
    return switch (advice.kind()) {
      case PAUSE, LOWER -> lowered(lines, meant, keep == null ? advice.keep() : keep, freed);
      case SHIFT -> shifted(lines, meant, marginal, advice.shift());
      case RESUME -> resumed(lines, meant, named);
    };
  }

  private static List<String> name(AdLine line) {
    return List.of(line.campaign(), line.adSet());
  }

  private static List<Line> lowered(List<AdLine> lines, boolean[] meant, double keep, Freed freed) {
    long[] planned = today(lines);
    long left = 0;
    for (int i = 0; i < planned.length; i++) {
      if (meant[i]) {
        planned[i] = (long) Math.floor(keep * planned[i]);
        left += lines.get(i).todayMicros() - planned[i];
      }
    }
    if (left == 0) {
      throw new NotPlannableException(
          "The ads that should be paused spend nothing at present, so there is nothing to pause.");
    }
    if (freed == Freed.OTHERS) {
      addToOthers(planned, meant, left);
    }
    String paused =
        keep == 0
            ? "Paused: people are talking badly about the brand at present."
            : "Lowered to %s: people are talking badly about the brand at present."
                .formatted(Wording.percent(keep));
    return lines(lines, planned, meant, paused, "Raised by its part of what the paused ads leave.");
  }

  private static void addToOthers(long[] planned, boolean[] meant, long left) {
    long[] weights = new long[planned.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = meant[i] ? 0 : planned[i];
    }
    if (IntStream.range(0, weights.length).allMatch(i -> weights[i] == 0)) {
      throw new NotPlannableException(
          "No other ad of the account spends anything, so nobody could take the money: leave it unspent.");
    }
    long[] more = Shares.of(left, weights);
    for (int i = 0; i < planned.length; i++) {
      planned[i] += more[i];
    }
  }

  /** Takes from where the next unit brings the least, of each line no more than it may give. */
  private List<Line> shifted(List<AdLine> lines, boolean[] meant, double[] marginal, double share) {
    long[] planned = today(lines);
    double day = 0;
    double theirs = 0;
    for (int i = 0; i < planned.length; i++) {
      day += planned[i];
      theirs += meant[i] ? planned[i] : 0;
    }
    if (!(theirs > 0)) {
      throw new NotPlannableException(
          "The ads that the trend is about spend nothing at present: start them with a small budget of your own first.");
    }
    long wanted = (long) Math.floor(Math.min(share * day, mostGrowth * theirs));
    long moved = 0;
    for (int i : givers(meant, marginal)) {
      long given = Math.min(wanted - moved, (long) Math.floor(mostTaken * planned[i]));
      planned[i] -= given;
      moved += given;
    }
    if (moved == 0) {
      throw new NotPlannableException(
          "The account's other ads spend nothing that could be shifted.");
    }
    long[] weights = new long[planned.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = meant[i] ? planned[i] : 0;
    }
    long[] more = Shares.of(moved, weights);
    for (int i = 0; i < planned.length; i++) {
      planned[i] += more[i];
    }
    return lines(
        lines,
        planned,
        meant,
        "Raised: people are talking about it more and more.",
        "Lowered for a trend: here the next unit of money brings the least.");
  }

  private static List<Integer> givers(boolean[] meant, double[] marginal) {
    return IntStream.range(0, meant.length)
        .filter(i -> !meant[i])
        .boxed()
        .sorted(Comparator.comparingDouble(i -> marginal[i]))
        .toList();
  }

  private static List<Line> resumed(
      List<AdLine> lines, boolean[] meant, Map<List<String>, AdLine> former) {
    long[] planned = today(lines);
    for (int i = 0; i < planned.length; i++) {
      if (meant[i]) {
        // Somebody may have raised it meanwhile: giving back takes nothing away
        planned[i] = Math.max(planned[i], former.get(name(lines.get(i))).todayMicros());
      }
    }
    return lines(lines, planned, meant, "Back to what it spent before the storm.", STAYS);
  }

  private static long[] today(List<AdLine> lines) {
    return lines.stream().mapToLong(AdLine::todayMicros).toArray();
  }

  private static List<Line> lines(
      List<AdLine> lines, long[] planned, boolean[] meant, String meantReason, String otherReason) {
    var split = new ArrayList<Line>();
    for (int i = 0; i < planned.length; i++) {
      var line = lines.get(i);
      boolean moved = planned[i] != line.todayMicros();
      String reason = !moved ? STAYS : meant[i] ? meantReason : otherReason;
      split.add(
          new Line(line, planned[i], meant[i] && !moved ? "Stays: it is there already." : reason));
    }
    return split;
  }
}
