package dev.bellwether.adexport;

import dev.bellwether.adexport.ExportedRow.Figures;
import dev.bellwether.adexport.ExportedRow.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one row of all lines with one identity: lines of other parts of a breakdown are summed, the
 * same line again counts once, and lines that contradict one another are all refused.
 */
final class Folding {

  private final List<Integer> summedOver;
  private final int most;
  private final Map<Identity, Group> groups = new LinkedHashMap<>();
  private final List<ExportProblem> problems = new ArrayList<>();
  private long repeated;
  private long summed;
  private long totals;
  private long empty;

  /**
   * @param summedOver places of the columns that break figures down and that no field holds
   */
  Folding(List<Integer> summedOver, int most) {
    this.summedOver = summedOver;
    this.most = most;
  }

  /** A line's figures, or what is wrong with them. */
  sealed interface Reading {}

  record Good(String currency, Figures figures) implements Reading {}

  record Bad(String field, String reason) implements Reading {}

  private record Part(long line, Figures figures) {}

  /** The lines of one identity. */
  private static final class Group {

    private final long line;
    private final String currency;
    private final Map<List<String>, Part> parts;
    private Figures figures;
    private long badLine;

    private Group(long line, Good good, Map<List<String>, Part> parts) {
      this.line = line;
      this.currency = good.currency();
      this.figures = good.figures();
      this.parts = parts;
    }

    private Group(long badLine) {
      this.line = badLine;
      this.badLine = badLine;
      this.currency = null;
      this.parts = Map.of();
    }
  }

  List<Integer> summedOver() {
    return summedOver;
  }

  long summed() {
    return summed;
  }

  void empty() {
    empty++;
  }

  void total() {
    totals++;
  }

  void refuse(long line, String field, String reason) {
    checkCount();
    problems.add(new ExportProblem(line, field, reason));
  }

  void add(long line, Identity identity, List<String> cells, Reading reading) {
    List<String> part = summedOver.stream().map(i -> cells.get(i).strip()).toList();
    Group group = groups.get(identity);
    switch (reading) {
      case Bad(String field, String reason) -> {
        refuse(line, field, reason);
        spoil(identity, group, line);
      }
      case Good good when group == null -> begin(line, identity, part, good);
      case Good good -> join(line, identity, group, part, good);
    }
  }

  private void begin(long line, Identity identity, List<String> part, Good good) {
    checkCount();
    Map<List<String>, Part> parts = Map.of();
    if (!summedOver.isEmpty()) {
      parts = new HashMap<>(2);
      parts.put(part, new Part(line, good.figures()));
    }
    groups.put(identity, new Group(line, good, parts));
  }

  private void join(long line, Identity identity, Group group, List<String> part, Good good) {
    if (group.badLine > 0) {
      refuse(line, null, together(group.badLine));
      return;
    }
    Part same = summedOver.isEmpty() ? new Part(group.line, group.figures) : group.parts.get(part);
    boolean oneCurrency = good.currency().equals(group.currency);
    if (same == null && oneCurrency) {
      group.parts.put(part, new Part(line, good.figures()));
      group.figures = group.figures.plus(good.figures());
      summed++;
    } else if (same != null && oneCurrency && same.figures().equals(good.figures())) {
      repeated++;
    } else {
      long other = same == null ? group.line : same.line();
      refuse(line, null, contradiction(other));
      spoil(identity, group, line);
    }
  }

  /** Takes back what stands of an identity that has a line which cannot be used. */
  private void spoil(Identity identity, Group group, long badLine) {
    if (group == null) {
      checkCount();
      groups.put(identity, new Group(badLine));
    } else if (group.badLine == 0) {
      group.badLine = badLine;
      if (group.parts.isEmpty()) {
        refuse(group.line, null, contradiction(badLine));
      }
      group.parts.values().stream()
          .map(Part::line)
          .sorted()
          .forEach(line -> refuse(line, null, together(badLine)));
    }
  }

  private static String contradiction(long other) {
    return "has the same ad set, segment and time as line %d and other figures, so neither is taken; leave one, or where two ad sets share a name say by=id"
        .formatted(other);
  }

  private static String together(long badLine) {
    return "is summed with line %d, which cannot be used, so neither is taken; correct that line and send the export again"
        .formatted(badLine);
  }

  private void checkCount() {
    if (groups.size() + problems.size() >= most) {
      throw new ExportException(
          ExportException.FILE,
          "The export has more than %,d rows; export it in parts of fewer days.".formatted(most));
    }
  }

  AdExport export(Dialect dialect, List<String> notes) {
    var rows = new ArrayList<ExportedRow>();
    groups.forEach(
        (identity, group) -> {
          if (group.badLine == 0) {
            rows.add(new ExportedRow(group.line, identity, group.currency, group.figures));
          }
        });
    problems.sort(Comparator.comparingLong(ExportProblem::line));
    return new AdExport(dialect, rows, problems, repeated, summed, totals, empty, notes);
  }
}
