package dev.bellwether.trend.watch;

import dev.bellwether.trend.forecast.Bounds;
import dev.bellwether.trend.series.Scale;
import java.util.Arrays;
import java.util.Optional;

/** What a series measures. */
public enum SeriesKind {
  /** Mentions of a monitor, a bucket. */
  MENTIONS("mentions", Scale.AMOUNT, false),
  /** Negative ones among the scored mentions of a monitor's last hour. */
  NEGATIVE_SHARE("negative-share", Scale.SHARE, false),
  /** Cost a click. */
  CPC("cpc", Scale.AMOUNT, true),
  /** Cost of a thousand impressions. */
  CPM("cpm", Scale.AMOUNT, true),
  /** Clicks an impression. */
  CTR("ctr", Scale.AMOUNT, false),
  /** Conversions a click. */
  CONVERSION_RATE("conversion-rate", Scale.AMOUNT, false),
  /** What was spent. */
  SPEND("spend", Scale.AMOUNT, true);

  private final String wireName;
  private final Scale scale;
  private final boolean money;

  SeriesKind(String wireName, Scale scale, boolean money) {
    this.wireName = wireName;
    this.scale = scale;
    this.money = money;
  }

  public static Optional<SeriesKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }

  /** The name used in JSON, in keys and in query parameters. */
  public String wireName() {
    return wireName;
  }

  /** Whether its values are money, in whole units of a currency. */
  public boolean isMoney() {
    return money;
  }

  /** Whether it is of a monitor's posts; else it is of a campaign's ad figures. */
  public boolean isOfPosts() {
    return this == MENTIONS || this == NEGATIVE_SHARE;
  }

  /** What values it can take, for the detector. */
  Scale scale() {
    return scale;
  }

  /** What values it can take, for a forecast. */
  public Bounds bounds() {
    return scale == Scale.SHARE ? Bounds.SHARES : Bounds.COUNTS;
  }
}
