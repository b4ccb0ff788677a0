package dev.bellwether.adexport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files in the platforms' shapes with invented rows, and all that is to come out of each. An export
 * says much of itself: what it does not is given.
 */
class GoldenExportsTest {

  @ParameterizedTest
  @CsvSource({
    "meta-manager-daily,account=123 timeZone=Europe/Berlin",
    "meta-manager-hourly,timeZone=Europe/Berlin",
    "meta-api,timeZone=Europe/Berlin",
    "google-ui,account=123 timeZone=Europe/Berlin",
    "google-api,''",
  })
  void everyLineOfAnExportBecomesARowOrIsToldOf(String name, String options) {
    var given = options(options);
    List<String> told = Exports.told(Exports.read(Exports.golden(name + ".csv"), given));
    assertEquals(Exports.golden(name + ".told"), String.join("\n", told) + "\n");
  }

  /** Google's download for Excel has tabs, a spreadsheet saves semicolons. */
  @ParameterizedTest
  @CsvSource({"google-ui,'\t'", "google-ui,;", "meta-manager-hourly,'\t'"})
  void separatorsAndLineEndsChangeNothing(String name, String separator) {
    String commas = Exports.golden(name + ".csv");
    var given = options("account=123 timeZone=Europe/Berlin");
    // No value of these files has a comma but quoted ones
    var other = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < commas.length(); i++) {
      char c = commas.charAt(i);
      quoted ^= c == '"';
      other.append(c == ',' && !quoted ? separator : c == '\n' ? "\r\n" : String.valueOf(c));
    }
    if (name.startsWith("meta")) {
      given.remove("account");
    }
    assertEquals(
        Exports.told(Exports.read(commas, given)),
        Exports.told(Exports.read(other.toString(), given)));
  }

  private static Map<String, String> options(String text) {
    var options = new HashMap<String, String>();
    for (String option : text.split(" ", -1)) {
      if (!option.isEmpty()) {
        options.put(
            option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
      }
    }
    return options;
  }
}
