package dev.bellwether.local.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How early topics that nobody had named are found, and how many false ones with them. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = {
      "Plays crises into a background of other tweets and tells which were found as emerging topics: recall, precision of",
      "what was reported, median delay, posts of the event seen by then; and the same with a background three times as dense.",
      "DIR is laid out as public repository sajao/CrisisLex, data/: T6 (its off-topic tweets are the background) and T26.",
      "A tweet's time is that of its id."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class TrendsEventsBench implements Callable<Integer> {

  @Mixin private MeasuredFolder measured;

  @Override
  public Integer call() throws InterruptedException {
    return measured.measure("events.EventsCommand");
  }
}
