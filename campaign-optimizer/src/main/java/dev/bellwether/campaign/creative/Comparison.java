package dev.bellwether.campaign.creative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The arms of one ad set against each other.
 *
 * @param arms best first
 * @param regretOfStopping what is lost if the leader gets all from now on, as a share of what it
 *     brings
 * @param rollout whether the shares may go live, as the past shares tell it
 */
public record Comparison(
    List<Standing> arms, double regretOfStopping, Finding finding, Rollout rollout) {

  /** This sure, an arm has won. */
  static final double SURE = 0.95;

  /** Whoever loses no more than this by stopping has nothing left to learn. */
  static final double NO_MATTER = 0.01;

  private static final double TAIL = 0.05;

  /** The present split is that of so many last days with figures, as plans have it. */
  private static final int SPLIT_DAYS = 7;

  /**
   * @param low lower end of the rate's 90 % interval
   * @param rate events a unit of spend
   * @param best chance that no arm is better
   * @param presentShare of the last seven days' spend
   * @param wantedShare of tomorrow's, by what is known of the arms
   * @param share of tomorrow's, as far towards the wanted as the guard lets it go
   */
  public record Standing(
      String arm,
      double spend,
      double events,
      double low,
      double rate,
      double high,
      double best,
      double presentShare,
      double wantedShare,
      double share) {}

  /**
   * Compares arms. Deterministic.
   *
   * @param arms two or more, at least one of which spent
   * @param exploration the most of the spend, 0 to 1, that arms other than the leader may get
   * @param events what the events are called, for the words: conversions or clicks
   * @throws IllegalArgumentException where there is nothing to compare, in words
   */
  public static Comparison of(List<Arm> arms, double exploration, String events) {
    if (arms.size() < 2) {
      throw new IllegalArgumentException("one arm has nothing to be compared with");
    }
    if (arms.stream().allMatch(arm -> arm.spend() == 0)) {
      throw new IllegalArgumentException("none of the arms has spent anything");
    }
    if (!(exploration >= 0 && exploration <= 1)) {
      throw new IllegalArgumentException("exploration must lie between 0 and 1");
    }
    Rates rates = Rates.of(arms);
    double[] best = rates.best();
    double regret = rates.regret();
    Finding finding = Finding.of(arms, rates, best, regret, events);
    double[] present = present(arms);
    double[] wanted = wanted(rates.leader(), best, finding.kind(), exploration);
    Rollout rollout = Rollout.of(arms, present, wanted, exploration);
    List<Standing> standings = new ArrayList<>();
    for (int i : rates.ranked()) {
      standings.add(
          new Standing(
              arms.get(i).name(),
              arms.get(i).spend(),
              arms.get(i).events(),
              rates.quantile(i, TAIL),
              rates.mean(i),
              rates.quantile(i, 1 - TAIL),
              best[i],
              present[i],
              wanted[i],
              present[i] + rollout.step() * (wanted[i] - present[i])));
    }
    return new Comparison(List.copyOf(standings), regret, finding, rollout);
  }

  /**
   * Each arm's share is its chance to be the best (Thompson 1933) while that is being learnt, with
   * what others than the leader get cut to the exploration share; all to the leader once it is
   * known.
   */
  private static double[] wanted(int leader, double[] best, Finding.Kind kind, double exploration) {
    double[] shares = new double[best.length];
    if (kind == Finding.Kind.LEARNING) {
      double others = 1 - best[leader];
      double scale = others > exploration ? exploration / others : 1;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = best[i] * scale;
      }
    }
    shares[leader] = 0;
    shares[leader] = 1 - Arrays.stream(shares).sum();
    return shares;
  }

  private static double[] present(List<Arm> arms) {
    var days = new TreeSet<LocalDate>();
    arms.forEach(
        arm ->
            arm.days().stream().filter(day -> day.spend() > 0).forEach(day -> days.add(day.day())));
    var last = days.descendingSet().stream().limit(SPLIT_DAYS).toList();
    double[] shares = new double[arms.size()];
    for (int i = 0; i < shares.length; i++) {
      for (Arm.Day day : arms.get(i).days()) {
        shares[i] += last.contains(day.day()) ? day.spend() : 0;
      }
    }
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / all).toArray();
  }
}
