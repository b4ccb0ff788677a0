package dev.bellwether.campaign.measure.offpolicy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.bellwether.campaign.offpolicy.LoggedAction;
import dev.bellwether.campaign.offpolicy.Policy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A log of the Open Bandit Dataset (Saito et al., 2020): which item was shown at which of three
 * places, with what propensity, and whether it was clicked. The place is the context.
 */
record BanditLog(List<LoggedAction> actions) {

  static final int PLACES = 3;

  /**
   * @throws IOException says which file or line cannot be read
   */
  static BanditLog read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "There is no file "
              + file
              + "; the set's small version is in the repository st-tech/zr-obp, folder obd.");
    }
    List<LoggedAction> actions = new ArrayList<>();
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var text = new InputStreamReader(in, StandardCharsets.UTF_8);
        var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        actions.add(action(row, actions.size()));
      }
    } catch (CsvParseException e) {
      throw new IOException(file + " is not CSV: " + e.getMessage(), e);
    }
    if (actions.isEmpty()) {
      throw new IOException(file + " has no rows.");
    }
    return new BanditLog(List.copyOf(actions));
  }

  int items() {
    return 1 + actions.stream().mapToInt(LoggedAction::action).max().orElse(0);
  }

  double clickRate() {
    return actions.stream().mapToDouble(LoggedAction::reward).average().orElse(0);
  }

  /**
   * The policy that chose here, by how often it chose each item at each place: it does not look at
   * users, and what its propensities moved over the week this averages.
   */
  Policy policy(int items) {
    double[][] shown = new double[PLACES][items];
    double[] all = new double[PLACES];
    for (LoggedAction action : actions) {
      shown[action.context()][action.action()]++;
      all[action.context()]++;
    }
    for (int place = 0; place < PLACES; place++) {
      for (int item = 0; item < items; item++) {
        shown[place][item] /= all[place];
      }
    }
    return Policy.of(shown);
  }

  private static LoggedAction action(NamedCsvRecord row, int index) throws IOException {
    try {
      return LoggedAction.alone(
          index,
          Integer.parseInt(row.getField("position")) - 1,
          Integer.parseInt(row.getField("item_id")),
          Double.parseDouble(row.getField("propensity_score")),
          Double.parseDouble(row.getField("click")));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "Line " + row.getStartingLineNumber() + " is none of a bandit log: " + e.getMessage(), e);
    }
  }
}
