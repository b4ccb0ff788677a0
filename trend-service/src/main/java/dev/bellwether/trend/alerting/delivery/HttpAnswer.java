package dev.bellwether.trend.alerting.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * A receiver's answer.
 *
 * @param status HTTP status
 * @param retryAfter the header Retry-After as it came; null where it did not
 */
record HttpAnswer(int status, String retryAfter) {

  private static final Duration LONGEST_WISH = Duration.ofDays(1);

  // time-out, another connection may do, too early, too many
  private static final Set<Integer> PASSING = Set.of(408, 421, 425, 429);

  // bad request, method, not acceptable, length, too large, media type, content, headers too large
  private static final Set<Integer> THE_MESSAGE_ITSELF =
      Set.of(400, 405, 406, 411, 413, 414, 415, 422, 431);

  /**
   * What a webhook's answer means, by the operational part of the Standard Webhooks specification
   * 1.0.0: 2xx is success, anything else a failure that is tried again, 410 ends it for good. What
   * no later attempt can mend is not tried again: a redirect, which is not followed, and a status
   * that says that this very message will not do.
   */
  Outcome ofWebhook(Instant now) {
    return outcome(now, !THE_MESSAGE_ITSELF.contains(status));
  }

  /** Slack's 4xx are about the message or the webhook's end: {@code no_service} and the like. */
  Outcome ofSlack(Instant now) {
    return outcome(now, false);
  }

  private Outcome outcome(Instant now, boolean otherFailuresPass) {
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered(status);
    }
    if (status == 410) {
      return new Outcome.Gone(status);
    }
    if (status >= 300 && status < 400) {
      return new Outcome.Refused(
          status,
          "The receiver answered %d, a redirect, which is not followed; give the address it points to."
              .formatted(status));
    }
    if (status >= 500 || PASSING.contains(status) || otherFailuresPass) {
      return new Outcome.Retry(status, wish(now), "The receiver answered %d.".formatted(status));
    }
    return new Outcome.Refused(
        status, "The receiver answered %d: it does not take this.".formatted(status));
  }

  /** RFC 9110, 10.2.3: seconds, or a date; what does not read is as if it was not there. */
  private Duration wish(Instant now) {
    if (retryAfter == null) {
      return null;
    }
    String text = retryAfter.strip();
    try {
      Duration wish =
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      if (wish.isNegative()) {
        return Duration.ZERO;
      }
      return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
