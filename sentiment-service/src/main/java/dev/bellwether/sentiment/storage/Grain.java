package dev.bellwether.sentiment.storage;

import java.time.temporal.ChronoUnit;

/** What counts are grouped by. */
public enum Grain {
  MINUTE("minute", "rollup_minute", "minute"),
  HOUR("hour", "rollup", "hour"),
  /** Of UTC. */
  DAY("day", "rollup", "hour"),
  /** One group. */
  TOTAL("", "rollup", "hour");

  private final String unit;
  private final String table;
  private final String column;

  Grain(String unit, String table, String column) {
    this.unit = unit;
    this.table = table;
    this.column = column;
  }

  /** The grain of the table that is read: a span must consist of these. */
  public ChronoUnit kept() {
    return this == MINUTE ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
  }

  String table() {
    return table;
  }

  String column() {
    return column;
  }

  /** SQL: the group that a time belongs to; null for {@link #TOTAL}. */
  String groupOf(String time) {
    return this == TOTAL ? "null::timestamptz" : "date_trunc('" + unit + "', " + time + ", 'UTC')";
  }
}
