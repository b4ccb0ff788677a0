package dev.bellwether.adexport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What an export holds.
 *
 * @param rows one for each identity, in the order of their first lines
 * @param problems lines that cannot be used, in their order
 * @param repeated lines that say again what an earlier one said, and count once
 * @param summed lines that were added to an earlier one
 * @param totals lines with totals, passed over
 * @param empty lines without any value, passed over
 * @param notes what the user should know of how it was read
 */
public record AdExport(
    Dialect dialect,
    List<ExportedRow> rows,
    List<ExportProblem> problems,
    long repeated,
    long summed,
    long totals,
    long empty,
    List<String> notes) {

  public AdExport {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * Whose names the columns bear, by the first lines only.
   *
   * @return null where no header of an export is found
   */
  public static Dialect recognise(Source source) throws IOException {
    return Table.find(source).map(table -> Layout.dialect(normal(table))).orElse(null);
  }

  private static List<String> normal(Table table) {
    return table.header().stream().map(Field::normal).toList();
  }

  /**
   * Reads an export, twice: what its numbers and days mean only the whole of it tells.
   *
   * @param most how many rows and problems are held at most
   * @param lines told now and then how many lines have been read, of both readings
   * @throws ExportException where nobody can say what its rows are; then nothing of it is to be
   *     used
   */
  public static AdExport read(Source source, ExportOptions options, int most, LongConsumer lines)
      throws IOException {
    var found = Table.find(source);
    if (found.isEmpty()) {
      throw Table.noHeader(source);
    }
    Table table = found.get();
    var survey = new Survey();
    var fields = fields(table, options);
    var count = new Count(lines);
    table.read(
        (line, cells) -> {
          count.next();
          survey.see(line, cells, fields);
        });
    var layout = Layout.of(table, options, survey.actions());
    var reader = new LineReader(layout, options, survey);
    var folding = new Folding(Breakdowns.summedOver(layout, survey.texts(), options), most);
    table.read(
        (line, cells) -> {
          count.next();
          reader.read(line, cells, folding);
        });
    return folding.export(layout.dialect(), Notes.of(layout, options, survey, reader, folding));
  }

  private static List<Field> fields(Table table, ExportOptions options) {
    var fields = new ArrayList<Field>();
    for (String header : table.header()) {
      String name = Field.normal(header);
      Field known = null;
      for (Field field : Field.values()) {
        known = field.headers().contains(name) ? field : known;
      }
      boolean counted =
          is(name, options.conversions())
              || is(name, options.revenue())
              || is(name, options.clicks());
      fields.add(known == null && counted ? Field.CONVERSIONS : known);
    }
    return fields;
  }

  private static boolean is(String name, String option) {
    return option != null && name.equals(Field.normal(option));
  }

  /** Lines that were read. */
  private static final class Count {

    private static final long TOLD_EVERY = 10_000;

    private final LongConsumer told;
    private long lines;

    private Count(LongConsumer told) {
      this.told = told;
    }

    private void next() {
      lines++;
      if (lines % TOLD_EVERY == 0) {
        told.accept(lines);
      }
    }
  }
}
