package dev.bellwether.trend.alerting.channel;

/** A stored secret was sealed with a key that this service is not given. */
public class UnsealableException extends RuntimeException {

  UnsealableException() {
    super("the channel's secret was sealed with another key than bellwether.alerting.secret-key");
  }
}
