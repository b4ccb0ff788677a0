package dev.bellwether.trend.alerting;

import dev.bellwether.trend.alerting.api.AlertPage;
import dev.bellwether.trend.alerting.api.ChannelView;
import dev.bellwether.trend.alerting.api.RuleView;
import dev.bellwether.trend.alerting.delivery.AlertMessage;
import dev.bellwether.trend.alerting.storage.AlertView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * JSON types that no REST method names, so that Quarkus cannot know of them: Jackson reaches them
 * by reflection in a native image too.
 */
@RegisterForReflection(
    targets = {
      AlertMessage.class,
      AlertMessage.Item.class,
      AlertPage.class,
      AlertView.class,
      ChannelView.class,
      RuleView.class
    })
final class AlertingReflection {

  private AlertingReflection() {}
}
