package dev.bellwether.trend.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A monitor's volume in values of five minutes, with the rhythm of days and weeks and chance. */
class SeriesDetectorTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);

  /** After four weeks also the weekends are known. */
  private static final Instant KNOWN = MONDAY.plus(Duration.ofDays(28));

  private static final Instant LATER = KNOWN.plus(Duration.ofDays(1)).plus(Duration.ofHours(9));

  @Test
  void anOrdinaryWeekRaisesNoAlarm() {
    assertEquals(List.of(), alarms(judge(35, SeriesDetectorTest::usual)));
  }

  @Test
  void aSpikeIsTold() {
    var alarms = alarms(judge(35, at -> usual(at) * (during(at, LATER, 30) ? 12 : 1)));

    assertEquals(1, alarms.size(), alarms::toString);
    assertEquals(Departure.SPIKE, alarms.getFirst().departure());
    assertEquals(LATER, alarms.getFirst().at());
  }

  @Test
  void aDropToNothingAtNoonIsTold() {
    var noon = LATER.plus(Duration.ofHours(3));
    var alarms = alarms(judge(35, at -> during(at, noon, 180) ? 0 : usual(at)));

    assertFalse(alarms.isEmpty());
    assertTrue(
        alarms.stream()
            .allMatch(
                alarm ->
                    alarm.departure() == Departure.DROP
                        || alarm.departure() == Departure.SHIFT_DOWN),
        alarms::toString);
    assertFalse(alarms.getFirst().at().isAfter(noon.plus(Duration.ofMinutes(90))));
  }

  @Test
  void aShiftOfTheLevelIsToldAsAShiftAndNotAsEndlessSpikes() {
    var judgements = judge(42, at -> usual(at) + (at.isBefore(LATER) ? 0 : 300));

    var alarms = alarms(judgements);
    assertEquals(LATER, alarms.getFirst().at());
    assertTrue(alarms.size() <= 3, alarms::toString);
    assertTrue(
        alarms.stream().skip(1).allMatch(alarm -> alarm.departure() == Departure.SHIFT_UP),
        alarms::toString);
    assertTrue(alarms.getLast().at().isBefore(LATER.plus(Duration.ofDays(3))), alarms::toString);
    var hourLater =
        judgements.stream()
            .filter(judgement -> judgement.at().equals(LATER.plus(Duration.ofHours(1))))
            .findFirst()
            .orElseThrow();
    assertEquals(Departure.SHIFT_UP, hourLater.departure());
    assertTrue(hourLater.score() < SeriesDetector.STANDARD.threshold());
  }

  @Test
  void aNightWithoutDataIsNoDrop() {
    var night = LATER.plus(Duration.ofHours(2));
    var judgements = judge(35, at -> during(at, night, 14 * 60) ? Double.NaN : usual(at));

    assertEquals(List.of(), alarms(judgements));
  }

  @Test
  void aNoonInTheMiddleOfTheNightIsToldThoughAtNoonItIsNothingNew() {
    var night = LATER.plus(Duration.ofHours(17));
    var alarms = alarms(judge(35, at -> during(at, night, 120) ? usual(noonOf(at)) : usual(at)));

    assertFalse(alarms.isEmpty());
    assertTrue(during(alarms.getFirst().at(), night, 120), alarms::toString);
  }

  @Test
  void whatIsExpectedFollowsTheHourOfTheDayAndNineOfTenValuesLieInTheInterval() {
    var judgements = judge(42, SeriesDetectorTest::usual);
    var last = judgements.subList(judgements.size() - 7 * 288, judgements.size());

    double inside =
        last.stream()
                .filter(value -> value.value() >= value.low() && value.value() <= value.high())
                .count()
            / (double) last.size();
    assertEquals(0.9, inside, 0.03);
    for (var judgement : last) {
      assertEquals(mean(judgement.at()), judgement.expected(), 0.35 * mean(judgement.at()) + 10);
    }
  }

  @Test
  void aLateValueIsJudgedButNotLearned() {
    var memory = SeriesMemory.NEW;
    for (int at = 0; at < 500; at++) {
      memory = observe(memory, MONDAY.plus(STEP.multipliedBy(at)), 5 + at % 3).memory();
    }

    var late = observe(memory, MONDAY, 1_000);

    assertEquals(memory, late.memory());
    assertEquals(1_000, late.judgement().value());
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Observation(MONDAY, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> SeriesMemory.fromBytes(new byte[7]));
    assertThrows(IllegalArgumentException.class, () -> new SeriesSettings(1, 1, 0.05));
  }

  private static Step observe(SeriesMemory memory, Instant at, double value) {
    return SeriesDetector.STANDARD.observe(memory, new Observation(at, value));
  }

  private static List<Judgement> judge(int days, ToDoubleFunction<Instant> values) {
    var judgements = new ArrayList<Judgement>();
    var memory = SeriesMemory.NEW;
    for (var at = MONDAY; at.isBefore(MONDAY.plus(Duration.ofDays(days))); at = at.plus(STEP)) {
      double value = values.applyAsDouble(at);
      if (!Double.isNaN(value)) {
        var step = observe(memory, at, value);
        memory = step.memory();
        judgements.add(step.judgement());
      }
    }
    return judgements;
  }

  private static List<Judgement> alarms(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> !judgement.at().isBefore(KNOWN))
        .filter(judgement -> judgement.score() >= SeriesDetector.STANDARD.threshold())
        .toList();
  }

  private static boolean during(Instant at, Instant start, int minutes) {
    return !at.isBefore(start) && at.isBefore(start.plus(Duration.ofMinutes(minutes)));
  }

  private static Instant noonOf(Instant at) {
    return at.atZone(ZoneOffset.UTC).withHour(12).toInstant();
  }

  /** The same every time: chance is drawn from the time itself. */
  private static double usual(Instant at) {
    var chance = new Random(at.getEpochSecond() * 31);
    chance.nextDouble();
    return Math.max(0, Math.rint(mean(at) + Math.sqrt(mean(at)) * chance.nextGaussian()));
  }

  private static double mean(Instant at) {
    var time = at.atZone(ZoneOffset.UTC);
    double hours = time.getHour() + time.getMinute() / 60.0;
    boolean weekend = time.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    return (60 - 40 * Math.cos(Math.PI * hours / 12)) * (weekend ? 0.8 : 1);
  }
}
