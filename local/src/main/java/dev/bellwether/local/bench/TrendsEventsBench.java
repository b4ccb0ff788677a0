package dev.bellwether.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How early topics that nobody had named are found, and how many false ones with them. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = {
      "How early topics that nobody had named are found.",
      "Plays crises into a background of other tweets and tells which were found as emerging topics: recall, precision of",
      "what was reported, median delay, posts of the event seen by then; and the same with a background three times as dense.",
      "DIR is laid out as public repository sajao/CrisisLex, data/: T6 (its off-topic tweets are the background) and T26.",
      "A tweet's time is that of its id."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class TrendsEventsBench implements Callable<Integer> {

  @Mixin private MeasuredFolder measured;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many times the events are placed anew. Default: ${DEFAULT-VALUE}")
  private int seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The others follow it. Default: ${DEFAULT-VALUE}")
  private long firstSeed;

  @Option(names = "--alerts", description = "Prints each alert of the first seed on stderr.")
  private boolean alerts;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds must be 1 or more");
    }
    var more =
        new ArrayList<>(
            List.of("--seeds", Integer.toString(seeds), "--first-seed", Long.toString(firstSeed)));
    if (alerts) {
      more.add("--alerts");
    }
    return measured.measure("events.EventsCommand", more);
  }
}
