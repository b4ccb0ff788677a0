package dev.bellwether.trend.alerting.api;

import java.util.List;

/** Digests, oldest first. */
public record DigestPage(List<DigestView> digests) {

  public DigestPage {
    digests = List.copyOf(digests);
  }
}
