package dev.bellwether.ingest.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.bellwether.kit.text.SpreadsheetCell;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a spreadsheet cuts the file, no cell of it begins a formula. */
class SpreadsheetCellProperties {

  @Provide
  Arbitrary<String> nasty() {
    return Arbitraries.of(
            "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "−", "\t", "\r", "\n", "\r\n", ";", ",",
            "\"", "'", " ", "\u00a0", "\u200b", "\ufeff", "\u2028", "a", "1", "|", "cmd", "é", "😀")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3_000)
  void noCellBeginsAFormulaWhateverTheSeparator(@ForAll("nasty") String text) {
    var out = new StringWriter();
    CsvWriter.builder().build(out).writeRecord("id", SpreadsheetCell.guard(text), "3");
    String file = out.toString();
    assertHarmless(
        CsvReader.builder().ofCsvRecord(file).stream()
            .flatMap(r -> r.getFields().stream())
            .toList(),
        text);
    // Told to split elsewhere a spreadsheet does not see our quotes as such
    assertHarmless(List.of(file.replaceFirst("\\r\\n\\z", "").split("[;\t\r\n]")), text);
  }

  private static void assertHarmless(List<String> cells, String text) {
    for (String cell : cells) {
      assertFalse(isFormula(cell), () -> "a formula in '" + cell + "' of '" + text + "'");
    }
  }

  /** Said another way than the guard says it: skip what is no content, and look at what is next. */
  private static boolean isFormula(String cell) {
    int start = 0;
    while (start < cell.length() && isNothing(cell.charAt(start))) {
      start++;
    }
    String rest = Normalizer.normalize(cell.substring(start), Normalizer.Form.NFKC);
    return !rest.isEmpty() && "=+-@\u2212".indexOf(rest.charAt(0)) >= 0;
  }

  private static boolean isNothing(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || c == '"';
  }

  @Property
  void whatIsTakenOutOfAGuardedTextAgainIsTheText(@ForAll("nasty") String text) {
    assertEquals(text.replace("'", ""), SpreadsheetCell.guard(text).replace("'", ""));
  }

  @Example
  void ordinaryTextStaysAsItIs() {
    for (String text :
        List.of("", "hello", "3 - 2 = 1", "a=b", "jane@acme.com", "5; 6", "it's", "😀 +1", "…")) {
      assertEquals(text, SpreadsheetCell.guard(text));
    }
    assertEquals("'=1+1", SpreadsheetCell.guard("=1+1"));
    assertEquals("'@jane hi", SpreadsheetCell.guard("@jane hi"));
    assertEquals("' \u00a0=1", SpreadsheetCell.guard(" \u00a0=1"));
    assertEquals("'＝1", SpreadsheetCell.guard("＝1"));
    assertEquals("'\tx", SpreadsheetCell.guard("\tx"));
    assertEquals("hi\n'=1", SpreadsheetCell.guard("hi\n=1"));
  }
}
