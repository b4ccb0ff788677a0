package dev.bellwether.local.suite;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what runs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows each part's state, process, port, resident memory and uptime.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all parts are ready, but for services that were left out",
      "1:some part is not",
      "2:wrong usage"
    })
public final class StatusCommand implements Callable<Integer> {

  private static final String ROW = "%-10s %-9s %8s %6s %9s %10s %9s%n";

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    var dataDir = where.dataDir();
    var running = Running.read(dataDir).filter(Running::isAlive);
    if (running.isEmpty()) {
      out.println("nothing runs in " + dataDir.path() + ": start the suite with ./bellwether up");
      out.flush();
      return 1;
    }
    boolean ready = show(out, running.get(), SuiteState.read(dataDir));
    out.flush();
    return ready ? 0 : 1;
  }

  private static boolean show(PrintWriter out, Running running, SuiteState state)
      throws InterruptedException {
    out.printf(ROW, "part", "state", "process", "port", "memory", "uptime", "restarts");
    boolean allReady = true;
    long total = 0;
    try (var health = new Health(state)) {
      for (var component : Component.values()) {
        var process = running.process(component);
        var place = state.external().place(component);
        boolean leftOut = running.leftOut().contains(component);
        boolean ready =
            (process.isPresent() || place.isPresent() || leftOut) && health.isReady(component);
        allReady &= ready || leftOut;
        long memory = process.map(ResidentMemory::ofTree).orElse(0L);
        total += memory;
        out.printf(
            ROW,
            component.label(),
            ready ? "ready" : leftOut ? "left out" : process.isEmpty() ? "down" : "starting",
            process.map(p -> Long.toString(p.pid())).orElse(place.isPresent() ? "external" : "-"),
            state.places(component).getFirst().port(),
            place.isPresent() || leftOut ? "-" : megabytes(memory),
            uptime(process),
            place.isPresent() || leftOut ? "-" : running.restarts(component));
      }
    }
    var launcher = running.launcher().find();
    long own = launcher.map(ResidentMemory::ofOne).orElse(0L);
    out.printf(
        ROW,
        "launcher",
        "",
        launcher.map(p -> Long.toString(p.pid())).orElse("-"),
        "",
        megabytes(own),
        uptime(launcher),
        "");
    out.printf(ROW, "all", "", "", "", megabytes(total + own), "", "");
    for (var component : Component.values()) {
      state
          .external()
          .place(component)
          .ifPresent(
              place -> out.printf("%-10s at %s, not ours to stop%n", component.label(), place));
    }
    out.println("gateway    " + state.url(Component.GATEWAY));
    return allReady;
  }

  private static String megabytes(long bytes) {
    return Math.round(bytes / 1e6) + " MB";
  }

  private static String uptime(Optional<ProcessHandle> process) {
    return process
        .flatMap(p -> p.info().startInstant())
        .map(started -> Duration.between(started, Instant.now()))
        .map(d -> "%d:%02d:%02d".formatted(d.toHours(), d.toMinutesPart(), d.toSecondsPart()))
        .orElse("-");
  }
}
