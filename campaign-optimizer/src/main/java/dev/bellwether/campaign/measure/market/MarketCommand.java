package dev.bellwether.campaign.measure.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what learning while spending earns on markets whose truth is known. */
@Command(
    name = "market",
    mixinStandardHelpOptions = true,
    description = "Share of what one earns who knows every day's true curves.")
public final class MarketCommand implements Callable<Integer> {

  private static final int MOST_ARMS = 1000;
  private static final int MOST_DAYS = 1000;

  @Option(
      names = "--arms",
      split = ",",
      defaultValue = "24,96",
      description = "Ad sets of a market, one or more sizes. Default: ${DEFAULT-VALUE}")
  List<Integer> arms;

  @Option(
      names = "--days",
      defaultValue = "180",
      description = "Days played. Default: ${DEFAULT-VALUE}")
  int days;

  @Option(
      names = "--seeds",
      defaultValue = "20",
      description = "Markets drawn of each kind. Default: ${DEFAULT-VALUE}")
  int seeds;

  @Option(
      names = "--first-seed",
      defaultValue = "1",
      description =
          "The others follow it. From 1000 on they were tuned on. Default: ${DEFAULT-VALUE}")
  long firstSeed;

  @Option(
      names = "--market",
      converter = KindConverter.class,
      defaultValue = "hard",
      description = "hard, misspecified or easy. Default: ${DEFAULT-VALUE}")
  MarketKind kind;

  @Option(
      names = "--exploration",
      defaultValue = "0.3",
      description =
          "Share of the budget that ours may spend to learn, from 0 to 1. Default: ${DEFAULT-VALUE}")
  double exploration;

  @Option(names = "--json", description = "Prints one JSON object; shares in percent.")
  boolean json;

  @Spec CommandSpec spec;

  /** Reads the names as the help gives them. */
  static final class KindConverter implements CommandLine.ITypeConverter<MarketKind> {
    @Override
    public MarketKind convert(String value) {
      for (MarketKind kind : MarketKind.values()) {
        if (kind.name().equalsIgnoreCase(value)) {
          return kind;
        }
      }
      throw new CommandLine.TypeConversionException("is hard, misspecified or easy, not " + value);
    }
  }

  /**
   * Of one kind and size, in percent of the oracle's return.
   *
   * @param share ours, mean over the seeds
   * @param worstSeedShare ours on the seed where it is least
   */
  record Case(
      String market,
      int arms,
      double share,
      double worstSeedShare,
      double proportionalShare,
      double equalShare,
      double thompsonShare,
      double dayOneShare) {}

  public static void main(String... arguments) {
    System.exit(new CommandLine(new MarketCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (days < 2 || days > MOST_DAYS || seeds < 1) {
      throw wrong("--days must be from 2 to " + MOST_DAYS + ", and --seeds 1 or more");
    }
    if (!(exploration >= 0 && exploration <= 1)) {
      throw wrong("--exploration must be from 0 to 1");
    }
    if (arms.stream().anyMatch(n -> n < 2 || n > MOST_ARMS)) {
      throw wrong("--arms must be from 2 to " + MOST_ARMS);
    }
    List<Case> cases = new ArrayList<>();
    for (int size : arms) {
      cases.add(measure(size));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Map.of("cases", cases)));
    } else {
      table(out, cases);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private Case measure(int size) {
    var done = new AtomicInteger();
    List<Shares> all =
        LongStream.range(firstSeed, firstSeed + seeds)
            .parallel()
            .mapToObj(
                seed -> {
                  Shares shares = Shares.of(kind, size, days, exploration, seed);
                  tell(
                      "%d arms: %d of %d markets played"
                          .formatted(size, done.incrementAndGet(), seeds));
                  return shares;
                })
            .toList();
    return new Case(
        kind.name().toLowerCase(Locale.ROOT),
        size,
        Shares.mean(all.stream().mapToDouble(Shares::ours)),
        all.stream().mapToDouble(Shares::ours).min().orElseThrow(),
        Shares.mean(all.stream().mapToDouble(Shares::proportional)),
        Shares.mean(all.stream().mapToDouble(Shares::equal)),
        Shares.mean(all.stream().mapToDouble(Shares::thompson)),
        Shares.mean(all.stream().mapToDouble(Shares::dayOne)));
  }

  private void tell(String progress) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(progress);
    err.flush();
  }

  private void table(PrintWriter out, List<Case> cases) {
    out.println(
        "market        arms   ours  worst seed  proportional  equal  Thompson  first day's");
    for (Case c : cases) {
      out.printf(
          Locale.ROOT,
          "%-12s  %4d  %5.1f  %10.1f  %12.1f  %5.1f  %8.1f  %11.1f%n",
          c.market(),
          c.arms(),
          c.share(),
          c.worstSeedShare(),
          c.proportionalShare(),
          c.equalShare(),
          c.thompsonShare(),
          c.dayOneShare());
    }
    out.println("Percent of the oracle's return, who knows every day's true curves.");
    out.println(
        "Proportional: to conversions per spend of the last 7, 14 or 28 days, whichever was best on the market.");
    out.println("First day's: knows the first day's true curves and never learns.");
  }
}
