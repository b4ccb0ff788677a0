package dev.bellwether.trend.measure.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that was measured.
 *
 * @param origins forecasts that were made
 * @param millisPerForecast of CPU time, the first slow ones of a new JVM included
 * @param leaveOneOut with settings chosen on the other files; null where not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
    @JsonUnwrapped Figures figures,
    int origins,
    double millisPerForecast,
    Figures leaveOneOut,
    Map<String, Figures> files,
    Map<String, Figures> peers) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Means over origins, to four decimals.
   *
   * @param coverage90 part of the hours within the 90 % interval; null for peers, which have none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Figures(double mase, double smape, Double coverage90, Double coverage50) {

    static Figures of(Errors errors) {
      return new Figures(
          round(errors.meanMase()),
          round(errors.meanSmape()),
          round(errors.coverage90()),
          round(errors.coverage50()));
    }

    static Figures ofPeer(Errors errors) {
      return new Figures(round(errors.meanMase()), round(errors.meanSmape()), null, null);
    }
  }

  static double round(double figure) {
    return Math.round(figure * 1e4) / 1e4;
  }

  void writeJson(PrintWriter out) {
    try {
      out.println(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures are always JSON", e);
    }
  }

  void write(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "24 h ahead, %d rolling origins, %.2f ms of CPU a forecast%n%n%-32s %7s %8s %10s %10s%n",
        origins,
        millisPerForecast,
        "",
        "MASE",
        "sMAPE %",
        "within 90",
        "within 50");
    line("Bellwether", figures, out);
    if (leaveOneOut != null) {
      line("  settings by the other files", leaveOneOut, out);
    }
    peers.forEach((name, peer) -> line(name, peer, out));
    out.println();
    files.forEach((name, file) -> line(name, file, out));
  }

  private static void line(String name, Figures figures, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-32s %7.3f %8.1f %10s %10s%n",
        name,
        figures.mase,
        figures.smape,
        percent(figures.coverage90),
        percent(figures.coverage50));
  }

  private static String percent(Double part) {
    return part == null ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }
}
