package dev.bellwether.trend.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.watch.SeriesKey;
import dev.bellwether.trend.watch.SeriesSummary;
import java.time.Instant;

/**
 * A series and its latest value.
 *
 * @param id stays as long as the series
 * @param series mentions, negative-share, cpc, cpm, ctr, conversion-rate or spend
 * @param monitor of a series of posts; else null
 * @param account of a series of ad figures; else null
 * @param campaign of a series of ad figures; else null
 * @param step between two values: 5m, 1h or 1d
 * @param timeZone of the account, whose hours and days the values are of; null in a series of posts
 * @param currency ISO 4217, where values are money in whole units of it; else null
 * @param state usual, or how its latest value stands out: spike, drop, shift-up or shift-down
 * @param at start of the latest value's time
 * @param value the latest
 * @param expected what its habit would have been; null where nobody asked
 * @param low with {@code high}: what nine in ten usual values lie between
 * @param high see {@code low}
 * @param score how much it stands out, from 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesItem(
    String id,
    String series,
    String monitor,
    String account,
    String campaign,
    String step,
    String timeZone,
    String currency,
    String state,
    Instant at,
    double value,
    Double expected,
    Double low,
    Double high,
    double score) {

  static SeriesItem of(SeriesKey key, SeriesSummary summary) {
    var latest = summary.latest();
    var current = summary.current();
    boolean posts = key.kind().isOfPosts();
    return new SeriesItem(
        key.id(),
        key.kind().wireName(),
        posts ? key.subject() : null,
        posts ? null : key.subject(),
        key.campaign(),
        Step.of(summary.step()),
        summary.zone(),
        summary.currency(),
        current == null ? "usual" : DepartureName.of(current.kind()),
        summary.worldTime(latest.at()),
        latest.value(),
        latest.isJudged() ? latest.expected() : null,
        latest.isJudged() ? latest.low() : null,
        latest.isJudged() ? latest.high() : null,
        latest.score());
  }
}
