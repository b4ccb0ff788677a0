package dev.bellwether.campaign.measure.offpolicy;

import dev.bellwether.campaign.offpolicy.Diagnostics;
import dev.bellwether.campaign.offpolicy.Estimator;
import dev.bellwether.campaign.offpolicy.ValueEstimate;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, for programs and for people. */
final class OffPolicyReport {

  private OffPolicyReport() {}

  static Map<String, Object> json(
      List<Direction> directions, Map<String, Repetitions> drawn, int repetitions) {
    var object = new LinkedHashMap<String, Object>();
    object.put("directions", directions.stream().map(OffPolicyReport::direction).toList());
    object.put("repetitions", repetitions);
    object.put(
        "drawn",
        drawn.entrySet().stream().map(e -> repetitions(e.getKey(), e.getValue())).toList());
    return object;
  }

  private static Map<String, Object> direction(Direction direction) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("from", direction.from());
    fields.put("to", direction.to());
    fields.put("onPolicy", rounded(direction.onPolicy()));
    fields.put("onPolicyStandardError", rounded(direction.onPolicyError()));
    fields.put("loggedValue", rounded(direction.evaluation().logged().value()));
    var estimates = new LinkedHashMap<String, Object>();
    direction
        .evaluation()
        .values()
        .forEach((estimator, value) -> estimates.put(name(estimator), estimate(value, direction)));
    fields.put("estimates", estimates);
    fields.put("leastIps", rounded(direction.evaluation().leastIps()));
    fields.put("diagnostics", diagnostics(direction.evaluation().diagnostics()));
    fields.put(
        "guard",
        Map.of("safe", direction.verdict().safe(), "reasons", direction.verdict().reasons()));
    return fields;
  }

  private static Map<String, Object> estimate(ValueEstimate value, Direction direction) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("value", rounded(value.value()));
    fields.put("low", rounded(value.low()));
    fields.put("high", rounded(value.high()));
    fields.put("relativeError", rounded(relativeError(value, direction)));
    fields.put(
        "covers", value.low() <= direction.onPolicy() && direction.onPolicy() <= value.high());
    return fields;
  }

  private static double relativeError(ValueEstimate value, Direction direction) {
    return Math.abs(value.value() - direction.onPolicy()) / direction.onPolicy();
  }

  private static Map<String, Object> diagnostics(Diagnostics found) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("decisions", found.decisions());
    fields.put("effectiveDecisions", rounded(found.effectiveDecisions()));
    fields.put("effectiveRewards", rounded(found.effectiveRewards()));
    fields.put("meanWeight", rounded(found.meanWeight()));
    fields.put("largestWeight", rounded(found.largestWeight()));
    fields.put("shareAboveCap", rounded(found.shareAboveCap()));
    fields.put("unsupported", rounded(found.unsupported()));
    return fields;
  }

  private static Map<String, Object> repetitions(String from, Repetitions drawn) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("from", from);
    fields.put("truth", rounded(drawn.truth()));
    fields.put("loggedTruth", rounded(drawn.loggedTruth()));
    var estimators = new LinkedHashMap<String, Object>();
    drawn
        .quality()
        .forEach(
            (estimator, quality) ->
                estimators.put(
                    name(estimator),
                    Map.of(
                        "bias", rounded(quality.bias()),
                        "rmse", rounded(quality.rmse()),
                        "coverage95", rounded(quality.coverage()))));
    fields.put("estimators", estimators);
    fields.put("guardPassed", rounded(drawn.passed()));
    return fields;
  }

  static void table(PrintWriter out, List<Direction> directions, Map<String, Repetitions> drawn) {
    for (Direction direction : directions) {
      out.printf(
          Locale.ROOT,
          "%s evaluated from the log of %s; on its own it had %.5f (standard error %.5f)%n",
          direction.to(),
          direction.from(),
          direction.onPolicy(),
          direction.onPolicyError());
      direction
          .evaluation()
          .values()
          .forEach(
              (estimator, value) ->
                  out.printf(
                      Locale.ROOT,
                      "  %-12s %.5f (%.5f to %.5f)  relative error %.3f%n",
                      name(estimator),
                      value.value(),
                      value.low(),
                      value.high(),
                      relativeError(value, direction)));
      Diagnostics found = direction.evaluation().diagnostics();
      out.printf(
          Locale.ROOT,
          "  worth %.0f decisions and %.1f clicks; mean weight %.3f, largest %.1f, unsupported %.2f %%%n",
          found.effectiveDecisions(),
          found.effectiveRewards(),
          found.meanWeight(),
          found.largestWeight(),
          100 * found.unsupported());
      out.println("  guard: " + (direction.verdict().safe() ? "live" : "held"));
      direction.verdict().reasons().forEach(reason -> out.println("    " + reason));
      out.println();
    }
    drawn.forEach((from, repetitions) -> table(out, from, repetitions));
  }

  private static void table(PrintWriter out, String from, Repetitions drawn) {
    out.printf(
        Locale.ROOT,
        "logs drawn anew from %s, truth %.5f (logging policy %.5f); guard passed %.1f %%%n",
        from,
        drawn.truth(),
        drawn.loggedTruth(),
        100 * drawn.passed());
    drawn
        .quality()
        .forEach(
            (estimator, quality) ->
                out.printf(
                    Locale.ROOT,
                    "  %-12s bias %+.3f  rmse %.3f  coverage %.1f %%%n",
                    name(estimator),
                    quality.bias(),
                    quality.rmse(),
                    100 * quality.coverage()));
    out.println();
  }

  private static String name(Estimator estimator) {
    return estimator.name().toLowerCase(Locale.ROOT);
  }

  /** Null where there is nothing to tell. */
  private static Double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
  }
}
