package dev.bellwether.trend.alerting.delivery;

/** Takes a message to a target: one attempt. May block as long as an attempt may take. */
public interface Courier {

  /** Never throws for what the receiver or the network does: that is an {@link Outcome}. */
  Outcome deliver(Target target, AlertMessage message);
}
