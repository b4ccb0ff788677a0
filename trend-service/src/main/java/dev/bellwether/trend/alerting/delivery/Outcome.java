package dev.bellwether.trend.alerting.delivery;

import java.time.Duration;

/**
 * How one attempt ended. A {@code status} is the receiver's code (HTTP or SMTP), null where there
 * was none; a {@code reason} is words of ours, at most 200 characters, without the target's secrets
 * and without what the receiver answered.
 */
public sealed interface Outcome {

  Integer status();

  /** The receiver has taken it. */
  record Delivered(Integer status) implements Outcome {}

  /**
   * It may work later: no connection, a time-out, 5xx, 429.
   *
   * @param after the receiver's wish (Retry-After); null where it has none
   */
  record Retry(Integer status, Duration after, String reason) implements Outcome {}

  /** The receiver wants nothing more, ever (410): the channel is disabled. */
  record Gone(Integer status) implements Outcome {}

  /** This message will never be taken: another 4xx, a redirect, an address that is not allowed. */
  record Refused(Integer status, String reason) implements Outcome {}
}
