package dev.bellwether.campaign.measure.mmm;

import dev.bellwether.campaign.mmm.FitError;
import dev.bellwether.campaign.mmm.Interval;
import dev.bellwether.campaign.mmm.MediaMixFit;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was measured, for programs and for people. */
final class MmmReport {

  private MmmReport() {}

  static Map<String, Object> json(MediaFile file, Measured measured, long millis) {
    var times = measured.data().times();
    int train = measured.train();
    var object = new LinkedHashMap<String, Object>();
    object.put("file", "");
    object.put("target", file.columns().target());
    object.put("rows", file.rows());
    object.put("periods", times.size());
    object.put("geos", measured.data().geos().size());
    var errors = measured.model();
    var part = part(errors.train(), errors.trainRows());
    part.put("from", times.getFirst().toString());
    part.put("to", times.get(train - 1).toString());
    part.put("periods", train);
    part.put("coverage90", rounded(measured.trainCoverage()));
    object.put("train", part);
    part = part(errors.holdout(), errors.holdoutRows());
    part.put("from", times.get(train).toString());
    part.put("to", times.getLast().toString());
    part.put("periods", times.size() - train);
    part.put("coverage90", rounded(measured.coverage()));
    object.put("holdout", part);
    var peers = new LinkedHashMap<String, Object>();
    measured
        .peers()
        .forEach(
            (name, peer) ->
                peers.put(
                    name,
                    Map.of(
                        "train", part(peer.train(), peer.trainRows()),
                        "holdout", part(peer.holdout(), peer.holdoutRows()))));
    object.put("peers", peers);
    object.put("channels", measured.channels().stream().map(MmmReport::channel).toList());
    object.put("scaleReduction", rounded(measured.scaleReduction()));
    object.put("millis", millis);
    return object;
  }

  private static Map<String, Object> part(FitError total, FitError rows) {
    var part = new LinkedHashMap<String, Object>(errors(total));
    if (rows != null) {
      part.put("byGeo", errors(rows));
    }
    return part;
  }

  private static Map<String, Object> errors(FitError error) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("nrmse", rounded(error.nrmse()));
    fields.put("mape", rounded(error.mape()));
    fields.put("r2", rounded(error.r2()));
    return fields;
  }

  private static Map<String, Object> channel(MediaMixFit.Contribution channel) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", channel.name());
    fields.put("spend", channel.spend());
    fields.put("contribution", interval(channel.contribution()));
    fields.put("share", interval(channel.share()));
    fields.put("roi", interval(channel.roi()));
    fields.put("marginalRoi", interval(channel.marginalRoi()));
    fields.put("carryOver", interval(channel.carryOver()));
    fields.put("half", interval(channel.half()));
    fields.put("slope", interval(channel.slope()));
    return fields;
  }

  private static Map<String, Object> interval(Interval interval) {
    if (interval == null) {
      return null;
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("low", rounded(interval.low()));
    fields.put("mean", rounded(interval.mean()));
    fields.put("high", rounded(interval.high()));
    return fields;
  }

  /** Null where there is nothing to tell. */
  private static Double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 10_000) / 10_000.0 : null;
  }

  static void table(PrintWriter out, Measured measured) {
    var times = measured.data().times();
    out.printf(
        Locale.ROOT,
        "%d periods x %d geos; hold-out %s to %s%n%n",
        times.size(),
        measured.data().geos().size(),
        times.get(measured.train()),
        times.getLast());
    out.println("                    train: NRMSE   MAPE     R2   hold-out: NRMSE   MAPE     R2");
    row(out, "this model", measured.model());
    measured.peers().forEach((name, errors) -> row(out, name, errors));
    out.printf(
        Locale.ROOT,
        "%nwithin the 90 %% interval: %.1f %% of train, %.1f %% of hold-out; chains: %.3f%n%n",
        100 * measured.trainCoverage(),
        100 * measured.coverage(),
        measured.scaleReduction());
    out.println(
        "channel                       share of the outcome         return on spend        on the next");
    for (var channel : measured.channels()) {
      out.printf(
          Locale.ROOT,
          "%-26s %5.1f %% (%5.1f to %5.1f)  %s  %s%n",
          channel.name(),
          100 * channel.share().mean(),
          100 * channel.share().low(),
          100 * channel.share().high(),
          roi(channel.roi()),
          roi(channel.marginalRoi()));
    }
    out.println();
    out.println("Simulated sets say little of markets; no experiment stands behind the returns.");
  }

  private static String roi(Interval roi) {
    return roi == null
        ? "not paid               "
        : String.format(Locale.ROOT, "%5.2f (%5.2f to %5.2f)", roi.mean(), roi.low(), roi.high());
  }

  private static void row(PrintWriter out, String name, Measured.Errors errors) {
    out.printf(
        Locale.ROOT,
        "%-26s %5.3f %5.1f %% %6.3f           %5.3f %5.1f %% %6.3f%n",
        name,
        errors.train().nrmse(),
        100 * errors.train().mape(),
        errors.train().r2(),
        errors.holdout().nrmse(),
        100 * errors.holdout().mape(),
        errors.holdout().r2());
  }
}
