package dev.bellwether.trend.measure.forecast;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.trend.forecast.LifeForecaster;
import dev.bellwether.trend.forecast.LifeSettings;
import dev.bellwether.trend.measure.forecast.Episode.Asked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the forecasts of a trend's life on events and bursts of one's own. */
@Command(
    name = "life",
    mixinStandardHelpOptions = true,
    description = "Forecasts the next 24 h of trends, from a quarter of an hour old to three days.")
public final class LifeCommand implements Callable<Integer> {

  private static final double[] DECAYS = {0.6, 0.8, 1.2};
  private static final double[] DELAYS = {0.25, 0.5, 1};
  private static final double[] NEW_DELAYS = {0, 2, 4, 8};

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "CrisisLex (T26/, T6/) or NAB (data/realTweets/).")
  List<Path> folders;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(ForecastCommand.commandLine(new LifeCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var byTopic = new ArrayList<List<List<Asked>>>();
    for (var folder : folders) {
      for (var topic : TopicFiles.in(folder)) {
        byTopic.add(
            Episode.of(topic).stream()
                .map(Episode::asked)
                .filter(asked -> !asked.isEmpty())
                .toList());
      }
    }
    byTopic.removeIf(List::isEmpty);
    if (byTopic.isEmpty()) {
      throw new IOException("nothing in " + folders + " rises and can be followed for a day");
    }
    var all = byTopic.stream().flatMap(List::stream).toList();
    print(all.size(), measured(byTopic, all));
    return CommandLine.ExitCode.OK;
  }

  private static Map<String, LifeErrors> measured(
      List<List<List<Asked>>> byTopic, List<List<Asked>> all) {
    var measured = new LinkedHashMap<String, LifeErrors>();
    measured.put("Bellwether", LifeErrors.of(all, new LifeForecaster()));
    if (byTopic.size() > 1) {
      measured.put("kernel by the other topics", chosenOnOthers(byTopic));
    }
    measured.put("the last hour goes on", LifeErrors.ofPeer(all, LifeErrors::persisting));
    measured.put("halving every 12 h", LifeErrors.ofPeer(all, LifeErrors::halving));
    return measured;
  }

  private static LifeErrors chosenOnOthers(List<List<List<Asked>>> byTopic) {
    var candidates = candidates();
    double sum = 0;
    int episodes = 0;
    var errors = new double[candidates.size()][byTopic.size()];
    for (int at = 0; at < errors.length; at++) {
      for (int topic = 0; topic < byTopic.size(); topic++) {
        var of = byTopic.get(topic);
        errors[at][topic] = of.size() * LifeErrors.of(of, candidates.get(at)).totalError();
      }
    }
    for (int left = 0; left < byTopic.size(); left++) {
      double least = Double.POSITIVE_INFINITY;
      double chosen = 0;
      for (var candidate : errors) {
        double others = -candidate[left];
        for (double error : candidate) {
          others += error;
        }
        chosen = others < least ? candidate[left] : chosen;
        least = Math.min(least, others);
      }
      sum += chosen;
      episodes += byTopic.get(left).size();
    }
    return new LifeErrors(Report.round(sum / episodes), null, null, null, null);
  }

  private static List<LifeForecaster> candidates() {
    var candidates = new ArrayList<LifeForecaster>();
    for (double decay : DECAYS) {
      for (double delay : DELAYS) {
        for (double newDelay : NEW_DELAYS) {
          candidates.add(new LifeForecaster(LifeSettings.STANDARD.with(decay, delay, newDelay)));
        }
      }
    }
    return candidates;
  }

  private void print(int episodes, Map<String, LifeErrors> measured) throws IOException {
    var out = spec.commandLine().getOut();
    if (json) {
      var report = new LinkedHashMap<String, Object>();
      report.put("episodes", episodes);
      report.putAll(measured);
      out.println(JsonMapper.builder().build().writeValueAsString(report));
    } else {
      out.printf(
          "The next 24 h of %d rises, asked at ages of 15 min to 72 h%n%n%-28s %12s %22s %22s%n",
          episodes, "", "error of log", "total within 90/50 %", "hours within 90/50 %");
      measured.forEach(
          (name, errors) ->
              out.printf(
                  Locale.ROOT,
                  "%-28s %12.3f %22s %22s%n",
                  name,
                  errors.totalError(),
                  percents(errors.coverage90(), errors.coverage50()),
                  percents(errors.hourlyCoverage90(), errors.hourlyCoverage50())));
    }
    out.flush();
  }

  private static String percents(Double of90, Double of50) {
    return of90 == null ? "" : String.format(Locale.ROOT, "%.1f / %.1f", 100 * of90, 100 * of50);
  }
}
