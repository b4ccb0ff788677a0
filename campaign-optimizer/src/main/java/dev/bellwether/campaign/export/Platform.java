package dev.bellwether.campaign.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose bulk upload a file is for. */
public enum Platform {
  META,
  GOOGLE;

  /** As it stands in addresses and file names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Platform> of(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
