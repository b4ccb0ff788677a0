package dev.bellwether.adexport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads of which days or hours a line is. */
final class WindowReader {

  /** {@code 13}, {@code 13:00}, {@code 13:00:00 - 13:59:59}. */
  private static final Pattern HOUR =
      Pattern.compile("(\\d{1,2})(:00(:00)?(\\s*-\\s*(\\d{1,2}):59(:59)?)?)?");

  private final Layout layout;
  private final ExportOptions options;
  private final Boolean dayFirst;
  private final Window period;
  private final Map<Window, Window> windows = new HashMap<>();
  private String lastDay;
  private LocalDate lastDate;
  private boolean longWindows;

  /**
   * @param dayFirst of days with slashes; null where there are none
   */
  WindowReader(Layout layout, ExportOptions options, Boolean dayFirst) {
    this.layout = layout;
    this.options = options;
    this.dayFirst = dayFirst;
    this.period = layout.period();
  }

  /** Whether a window was longer than a day. */
  boolean hasLong() {
    return longWindows;
  }

  /**
   * @throws RefusedLine where its days or hours cannot be read
   */
  Window read(List<String> cells) {
    Window window = options.window() == null ? ownWindow(cells) : options.window();
    longWindows |= window.isLongerThanADay();
    return windows.computeIfAbsent(window, w -> w);
  }

  private Window ownWindow(List<String> cells) {
    if (layout.has(Field.DAY)) {
      LocalDate day = required(cells, Field.DAY);
      return layout.has(Field.HOUR) ? Window.ofHour(day, hour(cells)) : Window.ofDay(day);
    }
    if (layout.has(Field.START) && layout.has(Field.END)) {
      return ordered(time(cells, Field.START), time(cells, Field.END), Field.END);
    }
    if (layout.has(Field.FIRST_DAY) && layout.has(Field.LAST_DAY)) {
      LocalDate first = required(cells, Field.FIRST_DAY);
      LocalDate last = required(cells, Field.LAST_DAY);
      var days = ordered(first.atStartOfDay(), last.plusDays(1).atStartOfDay(), Field.LAST_DAY);
      if (!layout.has(Field.HOUR)) {
        return days;
      }
      if (days.isLongerThanADay()) {
        throw new RefusedLine(
            "date",
            "column \"%s\" has an hour of several days together; break the report down by day as well"
                .formatted(layout.header(Field.HOUR)));
      }
      return Window.ofHour(first, hour(cells));
    }
    if (layout.has(Field.HOUR) && period.isLongerThanADay()) {
      throw new RefusedLine(
          "date",
          "column \"%s\" has an hour of several days together; add the column Day to the report"
              .formatted(layout.header(Field.HOUR)));
    }
    return layout.has(Field.HOUR)
        ? Window.ofHour(period.start().toLocalDate(), hour(cells))
        : period;
  }

  private Window ordered(LocalDateTime start, LocalDateTime end, Field field) {
    if (!start.isBefore(end)) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" lies before the start; are they the wrong way round?"
              .formatted(layout.header(field)));
    }
    return new Window(start, end);
  }

  private LocalDate required(List<String> cells, Field field) {
    String cell = cell(cells, field);
    LocalDate day = day(cell);
    if (day == null) {
      throw new RefusedLine(
          "date",
          "column \"%s\" must be a day that exists, such as 2026-11-21, not \"%s\""
              .formatted(layout.header(field), FigureReader.shortened(cell)));
    }
    return day;
  }

  private LocalDateTime time(List<String> cells, Field field) {
    try {
      return LocalDateTime.parse(cell(cells, field));
    } catch (DateTimeException e) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" must be a local time such as 2026-11-21T09:00, not \"%s\""
              .formatted(layout.header(field), FigureReader.shortened(cell(cells, field))));
    }
  }

  private int hour(List<String> cells) {
    String cell = cell(cells, Field.HOUR);
    var hour = HOUR.matcher(cell);
    int from = hour.matches() ? Integer.parseInt(hour.group(1)) : -1;
    boolean one = from >= 0 && (hour.group(5) == null || Integer.parseInt(hour.group(5)) == from);
    if (!one || from > 23) {
      throw new RefusedLine(
          "date",
          "column \"%s\" must be one hour from 0 to 23, such as 13 or 13:00:00 - 13:59:59, not \"%s\""
              .formatted(layout.header(Field.HOUR), FigureReader.shortened(cell)));
    }
    return from;
  }

  /** The day that a cell says, or null. */
  LocalDate day(String cell) {
    if (!cell.equals(lastDay)) {
      lastDate = Days.parse(cell, dayFirst);
      lastDay = cell;
    }
    return lastDate;
  }

  private String cell(List<String> cells, Field field) {
    return cells.get(layout.columns().get(field)).strip();
  }
}
