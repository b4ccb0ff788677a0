package dev.bellwether.trend.alerting.delivery;

/** Where a message goes. What is secret of it is not in its {@code toString}. */
public sealed interface Target permits WebhookTarget, SlackTarget, EmailTarget {}
