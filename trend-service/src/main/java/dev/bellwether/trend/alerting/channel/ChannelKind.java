package dev.bellwether.trend.alerting.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a channel is spoken to. */
public enum ChannelKind {
  WEBHOOK,
  SLACK,
  EMAIL;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChannelKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
