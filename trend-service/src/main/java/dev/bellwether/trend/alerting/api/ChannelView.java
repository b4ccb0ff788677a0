package dev.bellwether.trend.alerting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.channel.ChannelKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AlertChannel", description = "Where alerts are sent")
public record ChannelView(
    String id,
    @Schema(description = "One more with each change; also the ETag") int version,
    String name,
    String kind,
    boolean enabled,
    @Schema(description = "Of Slack's without the path, which is a secret") String url,
    List<String> to,
    @Schema(description = "A webhook's, when it is made and when it is rotated; never again")
        String secret,
    @Schema(description = "Since when the outbox sends nothing more to it; left out while it does")
        Instant disabledAt,
    String disabledReason) {

  static ChannelView of(Channel channel) {
    return of(channel, null);
  }

  static ChannelView of(Channel channel, String secret) {
    return new ChannelView(
        channel.id(),
        channel.version(),
        channel.name(),
        channel.kind().label(),
        channel.enabled(),
        channel.url(),
        channel.kind() == ChannelKind.EMAIL ? channel.to() : null,
        secret,
        channel.disabledAt(),
        channel.disabledReason());
  }
}
