package dev.bellwether.local.ingest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which field comes from where. A constant goes before a mapped column, a mapped column before one
 * that bears the field's own name.
 *
 * @param sources by field
 * @param constants by field
 * @param unused fields that no column fills, because a constant says the same otherwise
 */
public record FieldMapping(
    Kind kind, Map<String, Source> sources, Map<String, String> constants, Set<String> unused) {

  public FieldMapping {
    sources = Map.copyOf(sources);
    constants = Map.copyOf(constants);
    unused = Set.copyOf(unused);
  }

  /**
   * From what a person wrote.
   *
   * @param maps {@code field=column}, or a function of a column
   * @param sets {@code field=value}; {@code window=DAY} or {@code window=START/END} set an ad row's
   *     window
   * @throws IllegalArgumentException naming the field that does not exist, or the text that is not
   *     understood
   */
  public static FieldMapping of(Kind kind, List<String> maps, List<String> sets) {
    var sources = new LinkedHashMap<String, Source>();
    for (var map : maps) {
      var pair = pair("--map", map);
      sources.put(known(kind, pair.getKey()), Source.parse(pair.getValue()));
    }
    var constants = new LinkedHashMap<String, String>();
    Set<String> unused = Set.of();
    for (var set : sets) {
      var pair = pair("--set", set);
      if (kind == Kind.ADS && pair.getKey().equals("window")) {
        var window = window(pair.getValue());
        constants.putAll(window);
        unused = window.containsKey("date") ? Set.of("start", "end") : Set.of("date");
      } else {
        constants.put(known(kind, pair.getKey()), pair.getValue());
      }
    }
    return new FieldMapping(kind, sources, constants, unused);
  }

  /** How a column's name is compared. */
  static String normal(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** The column that fills {@code field} where no constant does, as compared; null for none. */
  String column(String field) {
    if (constants.containsKey(field) || unused.contains(field)) {
      return null;
    }
    var source = sources.get(field);
    return normal(source == null ? field : source.column());
  }

  boolean uses(String column) {
    return kind.fields().stream().anyMatch(field -> normal(column).equals(column(field)));
  }

  /** The columns that somebody asked for and {@code columns} lacks, as they were written. */
  List<String> missing(Collection<String> columns) {
    var present = columns.stream().map(FieldMapping::normal).collect(Collectors.toSet());
    return sources.values().stream()
        .map(Source::column)
        .filter(c -> !present.contains(normal(c)))
        .distinct()
        .toList();
  }

  static Map.Entry<String, String> pair(String option, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          option
              + " "
              + text
              + ": expected field="
              + (option.equals("--map") ? "column" : "value"));
    }
    return Map.entry(text.substring(0, equals).strip(), text.substring(equals + 1));
  }

  private static String known(Kind kind, String name) {
    return kind.field(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s have no field '%s'; fields: %s"
                        .formatted(kind.label(), name, String.join(", ", kind.fields()))));
  }

  private static Map<String, String> window(String value) {
    int slash = value.indexOf('/');
    return slash < 0
        ? Map.of("date", value.strip())
        : Map.of(
            "start", value.substring(0, slash).strip(), "end", value.substring(slash + 1).strip());
  }
}
