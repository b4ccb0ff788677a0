package dev.bellwether.trend.alerting;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.alerting.api.DigestPage;
import dev.bellwether.trend.alerting.api.DigestView;
import dev.bellwether.trend.alerting.delivery.SlackBody;
import dev.bellwether.trend.alerting.delivery.WebhookBody;
import dev.bellwether.trend.alerting.wording.DigestReport;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is sent. JSON types that no REST method and no channel names, so that Quarkus cannot know of
 * them: Jackson reaches them by reflection in a native image too. The module native-check says
 * which are missing.
 */
@RegisterForReflection(
    targets = {
      DigestPage.class,
      DigestView.class,
      DigestReport.class,
      DigestReport.Alert.class,
      DigestReport.MonitorFigures.class,
      DigestReport.Topic.class,
      Signal.class,
      SlackBody.class,
      SlackBody.Block.class,
      SlackBody.Text.class,
      Trend.class,
      Trend.Mood.class,
      Trend.Outlook.class,
      WebhookBody.class,
      WebhookBody.Data.class
    })
final class DeliveryReflection {

  private DeliveryReflection() {}
}
