package dev.bellwether.sentiment.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that was measured on one file.
 *
 * @param models which models answered the posts
 * @param peers others on the same posts; empty where they were left out or could not be had
 * @param service the running service, null where it was not measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
    String task,
    String language,
    int posts,
    String model,
    List<String> models,
    @JsonUnwrapped Figures figures,
    Map<String, Figures> peers,
    Service service) {

  /** The whole service under load, as {@code bench sentiment --through-kafka} found it. */
  record Service(double postsPerSecondPerCore, double postsPerSecond, double residentMegabytes) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  void writeJson(PrintWriter out) {
    try {
      out.println(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures are always JSON", e);
    }
  }

  void write(PrintWriter out) {
    out.printf(Locale.ROOT, "%s (%s), %d posts, model %s%n%n", task, language, posts, model);
    out.printf(
        "%-10s %8s %8s %8s %7s %14s %9s %9s %8s %8s   %s%n",
        "",
        "m-recall",
        "macro-F1",
        "accuracy",
        "ECE",
        "posts/s a core",
        "p50 µs",
        "p99 µs",
        "MB",
        "load ms",
        "recall by class");
    line("Bellwether", figures, out);
    peers.forEach((name, peer) -> line(name, peer, out));
    out.printf(
        Locale.ROOT,
        "%nThe speed is of all %d models of the language together (%s); with the words that made each label %.0f posts/s.%n",
        models.size(),
        String.join(", ", models),
        figures.explainedPerSecondPerCore());
    peers.forEach(
        (name, peer) ->
            out.printf(
                Locale.ROOT,
                "%+.1f points of macro-recall and %.1f times the speed of %s.%n",
                figures.macroRecall() - peer.macroRecall(),
                figures.postsPerSecondPerCore() / peer.postsPerSecondPerCore(),
                name));
    if (service != null) {
      out.printf(
          Locale.ROOT,
          "The running service: %.0f posts/s a core through Kafka and PostgreSQL, %.0f posts/s by the clock, %.0f MB resident.%n",
          service.postsPerSecondPerCore(),
          service.postsPerSecond(),
          service.residentMegabytes());
    }
  }

  private static void line(String name, Figures f, PrintWriter out) {
    var recalls = new StringBuilder();
    f.recallByClass()
        .forEach(
            (label, recall) ->
                recalls.append(String.format(Locale.ROOT, "%s %.1f  ", label, recall)));
    out.printf(
        Locale.ROOT,
        "%-10s %8.2f %8.2f %8.2f %7s %14.0f %9.1f %9.1f %8s %8.0f   %s%n",
        name,
        f.macroRecall(),
        f.macroF1(),
        f.accuracy(),
        f.ece() == null ? "-" : String.format(Locale.ROOT, "%.3f", f.ece()),
        f.postsPerSecondPerCore(),
        f.p50Micros(),
        f.p99Micros(),
        f.residentMegabytes() == null
            ? "-"
            : String.format(Locale.ROOT, "%.0f", f.residentMegabytes()),
        f.loadMillis(),
        recalls.toString().strip());
  }
}
