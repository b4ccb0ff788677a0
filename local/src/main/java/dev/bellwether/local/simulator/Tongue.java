package dev.bellwether.local.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A language of the feed: its share of the posts, and where its writers live and so when they are
 * awake.
 */
public enum Tongue {
  EN(0.655, "Europe/London", "America/New_York", "America/New_York", "America/Los_Angeles"),
  ES(0.085, "Europe/Madrid", "America/Mexico_City", "America/Bogota"),
  DE(0.080, "Europe/Berlin"),
  FR(0.050, "Europe/Paris"),
  PT(0.050, "America/Sao_Paulo"),
  IT(0.035, "Europe/Rome"),
  JA(0.030, "Asia/Tokyo"),
  AR(0.015, "Asia/Riyadh");

  /**
   * Posts by hour of the local day, mean 1: low at four, a hump at lunch, highest in the evening.
   */
  private static final double[] HOURS = {
    0.55, 0.32, 0.20, 0.15, 0.15, 0.25, 0.50, 0.85, 1.05, 1.12, 1.15, 1.20,
    1.38, 1.32, 1.20, 1.18, 1.22, 1.35, 1.50, 1.65, 1.72, 1.62, 1.40, 0.97
  };

  /** Monday to Sunday, mean 1. */
  private static final double[] WEEKDAYS = {0.97, 1.00, 1.02, 1.03, 0.98, 0.96, 1.04};

  private final double share;
  private final List<ZoneId> zones;

  Tongue(double share, String... zones) {
    this.share = share;
    this.zones = List.of(zones).stream().map(ZoneId::of).toList();
  }

  /** Share of the posts, 0 to 1. */
  public double share() {
    return share;
  }

  /** ISO 639-1. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How busy its writers are at an instant; 1 on average over a week. */
  double activity(Instant at) {
    double sum = 0;
    for (ZoneId zone : zones) {
      ZonedDateTime local = at.atZone(zone);
      double part = local.getMinute() / 60.0;
      double hour = HOURS[local.getHour()] * (1 - part) + HOURS[(local.getHour() + 1) % 24] * part;
      sum += hour * WEEKDAYS[local.getDayOfWeek().getValue() - 1];
    }
    return sum / zones.size();
  }
}
