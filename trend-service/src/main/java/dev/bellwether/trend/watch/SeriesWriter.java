package dev.bellwether.trend.watch;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.series.Observation;
import dev.bellwether.trend.series.SeriesDetector;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Judges the values of series, keeps them, and says what is worth a signal. */
final class SeriesWriter {

  private final SeriesDetector detector;
  private final Buckets buckets;
  private final SeriesStores stores;
  private final Consumer<Signal> signals;

  SeriesWriter(
      SeriesDetector detector, Buckets buckets, SeriesStores stores, Consumer<Signal> signals) {
    this.detector = detector;
    this.buckets = buckets;
    this.stores = stores;
    this.signals = signals;
  }

  /**
   * Judges the next value of a series of posts.
   *
   * @param mentions the value rests on
   * @return what is to be remembered
   */
  SeriesState observe(SeriesKey key, SeriesState state, long bucket, double value, long mentions) {
    var at = buckets.startOf(bucket);
    if (!at.isAfter(state.last())) {
      return state;
    }
    var fill = state.fill();
    if (fill.hour() != null && !fill.holds(at)) {
      append(key, fill);
    }
    var next =
        judge(
            key,
            state,
            new SeriesSummary(buckets.length(), null, null, null, List.of()),
            new Observation(at, value),
            mentions);
    var filled = fill.with(at, value);
    if (!filled.holds(buckets.endOf(bucket))) {
      append(key, filled); // the hour is over: a forecast need not wait for the next one
      return next.with(HourFill.EMPTY);
    }
    return next.with(filled);
  }

  private void append(SeriesKey key, HourFill hour) {
    stores.append(
        key.encode(), hour.hour(), Duration.ofHours(1), hour.value(key.kind(), buckets.inAnHour()));
  }

  /** Adds what came too late to be judged to a value that is shown. */
  SeriesState late(SeriesKey key, SeriesState state, long bucket, long mentions) {
    var encoded = key.encode();
    var at = buckets.startOf(bucket);
    var point = stores.point(encoded, at);
    if (point == null) {
      return state;
    }
    stores.restate(encoded, point.restated(point.value() + mentions));
    if (state.fill().holds(at)) {
      return state.with(state.fill().restated(mentions));
    }
    stores.amend(encoded, HourFill.hourOf(at), hour -> hour + mentions);
    return state;
  }

  /** Judges or restates a value of a campaign. */
  SeriesState figure(SeriesKey key, SeriesState known, SeriesReport.Figure figure) {
    var encoded = key.encode();
    var currency = figure.currency().isEmpty() ? null : figure.currency();
    var state = known;
    var summary = stores.summary(encoded);
    if (currency != null && summary != null && !currency.equals(summary.currency())) {
      // other money is another series
      stores.forget(encoded, summary.latest().at());
      state = SeriesState.NEW;
    }
    boolean fresh = figure.at().isAfter(state.last());
    if (!fresh) {
      restate(encoded, figure);
      return state;
    }
    if (Double.isNaN(figure.value())) {
      return state;
    }
    stores.append(encoded, figure.at(), key.step(), figure.value());
    var shape = new SeriesSummary(key.step(), figure.zone(), currency, null, List.of());
    return judge(key, state, shape, new Observation(figure.at(), figure.value()), null);
  }

  private void restate(String encoded, SeriesReport.Figure figure) {
    stores.amend(encoded, figure.at(), before -> figure.value());
    var point = stores.point(encoded, figure.at());
    if (Double.isNaN(figure.value())) {
      stores.deletePoint(encoded, figure.at());
    } else {
      stores.restate(
          encoded,
          point == null
              ? SeriesPoint.unjudged(figure.at(), figure.value())
              : point.restated(figure.value()));
    }
  }

  private SeriesState judge(
      SeriesKey key,
      SeriesState state,
      SeriesSummary shape,
      Observation observation,
      Long mentions) {
    var encoded = key.encode();
    var step = detector.observe(state.memory(), observation, key.kind().scale());
    var point = SeriesPoint.of(step.judgement());
    var before = stores.summary(encoded);
    var episodes =
        new Episodes(before == null ? List.of() : before.departures()).with(point, shape.step());
    var summary =
        new SeriesSummary(
            shape.step(), shape.zone(), shape.currency(), point, episodes.episodes().list());
    stores.put(encoded, point, summary);
    if (key.kind() == SeriesKind.NEGATIVE_SHARE) {
      signals.accept(SeriesSignals.measurement(key, summary, point, mentions));
    }
    if (episodes.news()) {
      var episode = summary.departures().getLast();
      signals.accept(SeriesSignals.departure(key, summary, episode, point, mentions));
    }
    return state.judged(step.memory(), observation.at());
  }
}
