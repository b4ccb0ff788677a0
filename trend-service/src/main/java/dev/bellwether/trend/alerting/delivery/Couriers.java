package dev.bellwether.trend.alerting.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Takes each target its own way. */
@Singleton
public class Couriers implements Courier {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ATTEMPT = Duration.ofSeconds(15);
  private static final int AT_ONCE = 16;

  private final ReceiverClient client;
  private final HttpCourier http;
  private final MailCourier mail;

  public Couriers(
      Vertx vertx, MailClient mailClient, ObjectMapper json, DeliverySettings settings) {
    this.client =
        new ReceiverClient(
            vertx,
            settings.rules(),
            settings.addresses(),
            NameResolver.SYSTEM,
            new ReceiverClient.Limits(CONNECT, ATTEMPT, AT_ONCE),
            null);
    this.http = new HttpCourier(client, json, InstantSource.system(), settings.publicUrl());
    this.mail =
        new MailCourier(vertx, mailClient, settings.sender(), ATTEMPT, settings.publicUrl());
  }

  @Override
  public Outcome deliver(Target target, AlertMessage message) {
    return switch (target) {
      case WebhookTarget webhook -> http.deliver(webhook, message);
      case SlackTarget slack -> http.deliver(slack, message);
      case EmailTarget email -> mail.deliver(email, message);
    };
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
