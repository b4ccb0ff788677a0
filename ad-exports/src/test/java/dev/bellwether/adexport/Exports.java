package dev.bellwether.adexport;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tests read exports with. */
final class Exports {

  static final int MOST = 1_000_000;

  private Exports() {}

  /**
   * @param options name, value, name, value …
   */
  static AdExport read(String text, String... options) {
    var given = new HashMap<String, String>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    return read(text, given);
  }

  static AdExport read(String text, Map<String, String> options) {
    try {
      return AdExport.read(
          () -> new StringReader(text), ExportOptions.of(options), MOST, lines -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the folder exports. */
  static String golden(String name) {
    try (var in = Exports.class.getResourceAsStream("/exports/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that came out, a line each. */
  static List<String> told(AdExport export) {
    var told = new ArrayList<String>();
    told.add(
        "%s: repeated %d, summed %d, totals %d, empty %d"
            .formatted(
                export.dialect().label(),
                export.repeated(),
                export.summed(),
                export.totals(),
                export.empty()));
    export.rows().forEach(row -> told.add(row.line() + " " + row.fields()));
    export
        .problems()
        .forEach(
            problem ->
                told.add(
                    "REFUSED %d %s: %s"
                        .formatted(problem.line(), problem.field(), problem.reason())));
    export.notes().forEach(note -> told.add("NOTE " + note));
    return told;
  }
}
