package dev.bellwether.trend.alerting.api;

import java.util.List;

/** Channels, oldest first. */
public record ChannelPage(List<ChannelView> channels) {

  public ChannelPage {
    channels = List.copyOf(channels);
  }
}
