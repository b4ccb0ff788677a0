package dev.bellwether.ingest.silence.habit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How old a source's last arrival usually gets, by the hour of the week. Each hour of the past has
 * an age: the longest time since the last arrival that was met in it. The usual age of an hour is
 * the largest age of the same hour in other weeks (the second largest from four weeks on, so that
 * one outage does not count), and of the two hours before, so that being late by up to two hours is
 * usual too; while fewer than three weeks are known, the same hour of all days counts as well.
 *
 * <p>How many times its usual age is too old is taken from the source itself: half as much again as
 * any gap of its past reached (from a hundred gaps on: any but one), and at least the rules'
 * factor. A source that comes by the clock is missed soon after, one that comes by chance only when
 * it is late beyond what was seen. And at no hour is it missed before a quarter more than half of
 * its gaps has passed.
 */
public final class ArrivalHabit {

  private static final long HOUR = 3_600;
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  /** An hour's age is compared with this many hours up to the same one of other weeks. */
  private static final int LATE_HOURS = 3;

  private static final int WEEKS_ENOUGH = 3;
  private static final int WEEKS_FOR_AN_OUTAGE = 4;
  private static final int GAPS_FOR_AN_OUTAGE = 100;
  private static final double MARGIN = 1.5;

  /** Of a gap: who comes every 17 hours has no hour of the week. */
  private static final double LATE = 1.25;

  /** More silences than these, within the memory, are its habit: it has changed. */
  private static final int MOST_FORGOTTEN = 2;

  /** Silence that lasts so long needs no alarm any more. */
  private static final int LOOK_AHEAD_HOURS = 4 * WEEK;

  private static final double UNKNOWN = -1;

  private final SilenceRules rules;
  private final long firstHour;

  /** By hour from {@link #firstHour}: seconds, or {@link #UNKNOWN}. */
  private final double[] ages;

  private final double factor;

  /** Seconds. */
  private final double leastAge;

  private ArrivalHabit(
      SilenceRules rules, long firstHour, double[] ages, Set<Integer> ends, double medianGap) {
    this.rules = rules;
    this.firstHour = firstHour;
    this.ages = ages;
    this.factor = factor(ends);
    this.leastAge = Math.max(rules.least().toSeconds(), LATE * medianGap);
  }

  /**
   * The habit, where enough is known to speak of one.
   *
   * @param hours of the source, in any order; those before the rules' memory are passed over
   * @param silences within that memory; one or two are left out of the habit
   */
  public static Optional<ArrivalHabit> of(
      Collection<ArrivalHour> hours, Collection<Silence> silences, SilenceRules rules) {
    var byHour = new TreeMap<Long, ArrivalHour>();
    hours.forEach(hour -> byHour.put(hourOf(hour.first()), hour));
    if (byHour.isEmpty()) {
      return Optional.empty();
    }
    Instant last = byHour.lastEntry().getValue().last();
    byHour.headMap(hourOf(last.minus(rules.memory()))).clear();
    Instant first = byHour.firstEntry().getValue().first();
    long activeDays = byHour.keySet().stream().map(hour -> hour / DAY).distinct().count();
    if (Duration.between(first, last).compareTo(Duration.ofDays(rules.days())) < 0
        || activeDays < rules.activeDays()) {
      return Optional.empty();
    }
    double[] ages = ages(byHour);
    long firstHour = byHour.firstKey();
    if (silences.size() <= MOST_FORGOTTEN) {
      silences.forEach(silence -> forget(silence, firstHour, ages));
    }
    var ends = new HashSet<Integer>();
    byHour.keySet().forEach(hour -> ends.add(Math.toIntExact(hour - firstHour)));
    return Optional.of(new ArrivalHabit(rules, firstHour, ages, ends, medianGap(byHour)));
  }

  private static double[] ages(NavigableMap<Long, ArrivalHour> byHour) {
    long firstHour = byHour.firstKey();
    var ages = new double[Math.toIntExact(byHour.lastKey() - firstHour) + 1];
    Instant before = null;
    for (int i = 0; i < ages.length; i++) {
      long hour = firstHour + i;
      Instant end = Instant.ofEpochSecond((hour + 1) * HOUR);
      ArrivalHour arrivals = byHour.get(hour);
      if (arrivals == null) {
        ages[i] = seconds(before, end);
        continue;
      }
      double age = arrivals.longestGap().toSeconds();
      if (before != null) {
        age = Math.max(age, seconds(before, arrivals.first()));
      }
      before = arrivals.last();
      // what comes after the very last arrival is not known
      ages[i] = i == ages.length - 1 ? age : Math.max(age, seconds(before, end));
    }
    return ages;
  }

  /** Of the gaps between hours, and the longest within each. */
  private static double medianGap(NavigableMap<Long, ArrivalHour> byHour) {
    var gaps = new ArrayList<Double>();
    Instant before = null;
    for (ArrivalHour hour : byHour.values()) {
      if (before != null) {
        gaps.add(seconds(before, hour.first()));
      }
      if (!hour.first().equals(hour.last())) {
        gaps.add((double) hour.longestGap().toSeconds());
      }
      before = hour.last();
    }
    Collections.sort(gaps);
    return gaps.get(gaps.size() / 2);
  }

  private static void forget(Silence silence, long firstHour, double[] ages) {
    long from = Math.max(0, hourOf(silence.noticed()) - firstHour);
    long to = Math.min(ages.length - 1L, hourOf(silence.ended()) - firstHour);
    for (long i = from; i <= to; i++) {
      ages[(int) i] = UNKNOWN;
    }
  }

  /**
   * How many times its usual age a gap of the past reached.
   *
   * @param ends hours with arrivals: a gap ends in each
   */
  private double factor(Set<Integer> ends) {
    var highest = new double[ends.size() + 1];
    int gaps = 0;
    double ratio = 0;
    for (int i = 0; i < ages.length; i++) {
      if (ages[i] != UNKNOWN) {
        ratio = Math.max(ratio, ratio(i));
      }
      if (ends.contains(i)) {
        highest[gaps++] = ratio;
        ratio = 0;
      }
    }
    Arrays.sort(highest, 0, gaps);
    int counted = gaps >= GAPS_FOR_AN_OUTAGE ? gaps - 2 : gaps - 1;
    return Math.max(rules.factor(), MARGIN * highest[counted]);
  }

  private double ratio(int hour) {
    double floor = rules.least().toSeconds() / rules.factor();
    return usual(hour).map(usual -> ages[hour] / Math.max(usual, floor)).orElse(0.0);
  }

  /** Seconds; empty where no other week tells of these hours. */
  private Optional<Double> usual(int hour) {
    double usual = UNKNOWN;
    for (int late = 0; late < LATE_HOURS; late++) {
      usual = Math.max(usual, usualOf(hour - late, hour));
    }
    return usual == UNKNOWN ? Optional.empty() : Optional.of(usual);
  }

  private double usualOf(int hour, int asked) {
    double largest = UNKNOWN;
    double second = UNKNOWN;
    int weeks = 0;
    for (int other = Math.floorMod(hour, WEEK); other < ages.length; other += WEEK) {
      double age = isOther(other, asked) ? ages[other] : UNKNOWN;
      if (age == UNKNOWN) {
        continue;
      }
      weeks++;
      if (age > largest) {
        second = largest;
        largest = age;
      } else {
        second = Math.max(second, age);
      }
    }
    if (weeks >= WEEKS_FOR_AN_OUTAGE) {
      return second;
    }
    return weeks >= WEEKS_ENOUGH ? largest : Math.max(largest, largestOfDays(hour, asked));
  }

  private double largestOfDays(int hour, int asked) {
    double largest = UNKNOWN;
    for (int other = Math.floorMod(hour, DAY); other < ages.length; other += DAY) {
      if (isOther(other, asked)) {
        largest = Math.max(largest, ages[other]);
      }
    }
    return largest;
  }

  /** An hour says nothing of itself, nor of what it is late by. */
  private static boolean isOther(int other, int asked) {
    return other > asked || other <= asked - LATE_HOURS;
  }

  /**
   * How old the last arrival may be at a moment; empty where its habit does not tell.
   *
   * @return never shorter than the rules' least
   */
  public Optional<Duration> longest(Instant at) {
    return usual(Math.toIntExact(hourOf(at) - firstHour))
        .map(usual -> Math.max(leastAge, usual * factor))
        .map(seconds -> Duration.ofSeconds(Math.round(seconds)));
  }

  /** How old the last arrival usually gets at a moment; empty where its habit does not tell. */
  public Optional<Duration> usual(Instant at) {
    return usual(Math.toIntExact(hourOf(at) - firstHour))
        .map(seconds -> Duration.ofSeconds(Math.round(seconds)));
  }

  /**
   * When the source has to be held silent if nothing more comes; empty where that is more than four
   * weeks ahead.
   *
   * @param since its last arrival, or when one could have been seen again
   */
  public Optional<Instant> silentFrom(Instant since) {
    for (long hour = hourOf(since); hour < hourOf(since) + LOOK_AHEAD_HOURS; hour++) {
      Instant begin = Instant.ofEpochSecond(hour * HOUR);
      Optional<Instant> from = longest(begin).map(since::plus);
      if (from.isPresent() && from.get().isBefore(begin.plusSeconds(HOUR))) {
        return Optional.of(from.get().isBefore(begin) ? begin : from.get());
      }
    }
    return Optional.empty();
  }

  private static long hourOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HOUR);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }
}
