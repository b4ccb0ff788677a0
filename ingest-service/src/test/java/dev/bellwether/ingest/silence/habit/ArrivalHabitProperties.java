package dev.bellwether.ingest.silence.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of any source. */
class ArrivalHabitProperties {

  /** A Monday. */
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

  private static final Duration WEEKS = Duration.ofDays(35);

  @Property(tries = 30)
  void whoComesByTheClockIsNeverSilentWhileItComes(
      @ForAll @IntRange(min = 1, max = 1_440) int minutes, @ForAll long seed) {
    var arrivals = every(Duration.ofMinutes(minutes), 0.1, seed, _ -> true);
    assertEquals(0, falseAlarms(arrivals));
  }

  @Property(tries = 30)
  void whoComesByTheClockIsMissedSoonAfter(
      @ForAll @IntRange(min = 1, max = 1_440) int minutes, @ForAll long seed) {
    var arrivals = every(Duration.ofMinutes(minutes), 0.1, seed, _ -> true);
    var late = Duration.between(arrivals.getLast(), silentFrom(arrivals).orElseThrow());
    var most = Duration.ofMinutes(4L * minutes).plusMinutes(15);
    assertTrue(late.compareTo(Duration.ofMinutes(minutes)) > 0, "before its time: " + late);
    assertTrue(late.compareTo(most) <= 0, "only after " + late);
  }

  @Property(tries = 30)
  void nightsAndWeekEndsOffAreNoSilence(
      @ForAll @IntRange(min = 1, max = 30) int minutes, @ForAll long seed) {
    var arrivals = every(Duration.ofMinutes(minutes), 0.3, seed, ArrivalHabitProperties::atWork);
    assertEquals(0, falseAlarms(arrivals));
  }

  @Property(tries = 30)
  void aStandstillDuringWorkIsSeenTheSameDay(
      @ForAll @IntRange(min = 1, max = 30) int minutes, @ForAll long seed) {
    var wednesdayNoon = BEGIN.plus(Duration.ofDays(30)).plus(Duration.ofHours(12));
    var arrivals =
        every(Duration.ofMinutes(minutes), 0.3, seed, ArrivalHabitProperties::atWork).stream()
            .filter(wednesdayNoon::isAfter)
            .toList();
    var late = Duration.between(arrivals.getLast(), silentFrom(arrivals).orElseThrow());
    assertTrue(late.compareTo(Duration.ofHours(3)) <= 0, "only after " + late);
  }

  @Property(tries = 25)
  void whoComesByChanceIsSeldomCalledSilent(
      @ForAll @IntRange(min = 5, max = 240) int meanMinutes, @ForAll long seed) {
    var arrivals = byChance(Duration.ofMinutes(meanMinutes), seed);
    int judged =
        (int) arrivals.stream().filter(at -> at.isAfter(BEGIN.plus(WEEKS.dividedBy(2)))).count();
    // the rule is an extreme among those seen: one in some hundred gaps may pass it
    assertTrue(falseAlarms(arrivals) <= 1 + judged / 100, falseAlarms(arrivals) + " of " + judged);
  }

  @Property(tries = 30)
  void afterLessThanAWeekNothingIsSaid(
      @ForAll @IntRange(min = 1, max = 600) int minutes, @ForAll long seed) {
    var arrivals =
        every(Duration.ofMinutes(minutes), 0.1, seed, _ -> true).stream()
            .filter(at -> at.isBefore(BEGIN.plus(Duration.ofDays(7))))
            .toList();
    assertEquals(Optional.empty(), habit(arrivals));
  }

  @Property(tries = 30)
  void uploadsOnFourDaysAreNoHabitHoweverManyTheyAre(
      @ForAll @IntRange(min = 1, max = 500) int aDay, @ForAll long seed) {
    var random = new Random(seed);
    var arrivals = new ArrayList<Instant>();
    for (int day = 0; day < 32; day += 8) {
      for (int i = 0; i < aDay; i++) {
        arrivals.add(BEGIN.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_400)));
      }
    }
    assertEquals(Optional.empty(), habit(arrivals.stream().sorted().toList()));
  }

  @Property(tries = 30)
  void aSilenceThatWasNoticedChangesNoHabit(
      @ForAll @IntRange(min = 1, max = 120) int minutes, @ForAll long seed) {
    var out = BEGIN.plus(Duration.ofDays(20));
    var back = out.plus(Duration.ofDays(3));
    var arrivals =
        every(Duration.ofMinutes(minutes), 0.1, seed, at -> at.isBefore(out) || at.isAfter(back));
    var noticed = silentFrom(arrivals.stream().filter(out::isAfter).toList()).orElseThrow();
    var ended = arrivals.stream().filter(back::isBefore).findFirst().orElseThrow();
    var known =
        ArrivalHabit.of(
                hours(arrivals), List.of(new Silence(noticed, ended)), SilenceRules.STANDARD)
            .orElseThrow();
    var late =
        Duration.between(arrivals.getLast(), known.silentFrom(arrivals.getLast()).orElseThrow());
    assertTrue(late.compareTo(Duration.ofMinutes(4L * minutes + 15)) <= 0, "only after " + late);
  }

  @Property(tries = 10)
  void whoComesMoreSeldomFromNowOnIsToldOfAFewTimesOnly(@ForAll long seed) {
    var change = BEGIN.plus(Duration.ofDays(21));
    var arrivals =
        every(Duration.ofHours(1), 0.1, seed, at -> at.isBefore(change) || isInHour(at, 3));
    var silences = new ArrayList<Silence>();
    for (int i = 1; i + 1 < arrivals.size(); i++) {
      var since = arrivals.get(i);
      var next = arrivals.get(i + 1);
      var habit =
          ArrivalHabit.of(hours(arrivals.subList(0, i + 1)), silences, SilenceRules.STANDARD);
      habit
          .flatMap(known -> known.silentFrom(since))
          .filter(next::isAfter)
          .ifPresent(noticed -> silences.add(new Silence(noticed, next)));
    }
    assertTrue(!silences.isEmpty() && silences.size() <= 5, silences.size() + " times");
  }

  private static boolean isInHour(Instant at, int hour) {
    return at.atOffset(ZoneOffset.UTC).getHour() == hour;
  }

  /** Judged as it goes, from the middle on: arrivals that came after the source was held silent. */
  private static int falseAlarms(List<Instant> arrivals) {
    int alarms = 0;
    for (int i = arrivals.size() / 2; i + 1 < arrivals.size(); i += 1 + arrivals.size() / 200) {
      var from = silentFrom(arrivals.subList(0, i + 1));
      if (from.isPresent() && !arrivals.get(i + 1).isBefore(from.get())) {
        alarms++;
      }
    }
    return alarms;
  }

  private static Optional<Instant> silentFrom(List<Instant> arrivals) {
    return habit(arrivals).flatMap(habit -> habit.silentFrom(arrivals.getLast()));
  }

  private static Optional<ArrivalHabit> habit(List<Instant> arrivals) {
    return ArrivalHabit.of(hours(arrivals), List.of(), SilenceRules.STANDARD);
  }

  /** As the database makes them of arrivals. */
  private static List<ArrivalHour> hours(List<Instant> arrivals) {
    var hours = new ArrayList<ArrivalHour>();
    for (Instant at : arrivals) {
      var now = ArrivalHour.of(at);
      if (hours.isEmpty() || !hours.getLast().hour().equals(now.hour())) {
        hours.add(now);
        continue;
      }
      var before = hours.removeLast();
      var gap = Duration.between(before.last(), at);
      var longest = gap.compareTo(before.longestGap()) > 0 ? gap : before.longestGap();
      hours.add(new ArrivalHour(before.first(), at, longest));
    }
    return hours;
  }

  private static List<Instant> every(
      Duration period, double jitter, long seed, Predicate<Instant> open) {
    var random = new Random(seed);
    var arrivals = new ArrayList<Instant>();
    var end = BEGIN.plus(WEEKS);
    for (Instant due = BEGIN; due.isBefore(end); due = due.plus(period)) {
      var late = Duration.ofSeconds((long) (period.toSeconds() * jitter * random.nextDouble()));
      if (open.test(due.plus(late))) {
        arrivals.add(due.plus(late));
      }
    }
    return arrivals;
  }

  private static List<Instant> byChance(Duration mean, long seed) {
    var random = new Random(seed);
    var arrivals = new ArrayList<Instant>();
    var end = BEGIN.plus(WEEKS);
    Instant at = BEGIN;
    while (at.isBefore(end)) {
      arrivals.add(at);
      at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * mean.toSeconds()));
    }
    return arrivals;
  }

  /** From Monday to Friday, 8 to 20 UTC. */
  private static boolean atWork(Instant at) {
    var time = at.atOffset(ZoneOffset.UTC);
    return time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        && time.getHour() >= 8
        && time.getHour() < 20;
  }
}
