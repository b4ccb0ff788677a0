package dev.bellwether.local.demo;

import dev.bellwether.local.simulator.Scenario;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.Narrator;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * What is seen while the demo runs: lines drawn anew on a terminal, a line for each step elsewhere.
 */
final class DemoDisplay implements Narrator {
  static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final int WIDTH = 98;
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private boolean drawn;

  DemoDisplay(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void ready(Component component, Duration sinceStart) {
    say(
        String.format(
            Locale.ENGLISH,
            "%-10s ready after %4.1f s",
            component.label(),
            sinceStart.toMillis() / 1000.0));
  }

  @Override
  public synchronized void say(String line) {
    out.println(drawn ? TO_LINE_START_AND_CLEAR + line : line);
    out.flush();
    drawn = false;
  }

  /** Shows how far a count is from its goal; only on a terminal, but for its end. */
  synchronized void counting(String what, long now, long goal) {
    String line = String.format(Locale.ENGLISH, "%,d of %,d posts %s", now, goal, what);
    if (now >= goal) {
      say(line);
    } else if (terminal) {
      out.print(TO_LINE_START_AND_CLEAR + line);
      out.flush();
      drawn = true;
    }
  }

  /** The progress of the play: simulated clock, bar, counters. */
  Playing playing(Scenario scenario) {
    return new Playing(scenario.posts().size());
  }

  /** Shows the play until it is closed. */
  final class Playing implements Player.Audience, AutoCloseable {
    private final int all;
    private final ProgressBar bar;
    private LocalDate day;

    private Playing(int all) {
      this.all = all;
      this.bar =
          terminal
              ? new ProgressBarBuilder()
                  .setTaskName("playing")
                  .setInitialMax(all)
                  .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                  .setMaxRenderedLength(WIDTH)
                  .setUpdateIntervalMillis(150)
                  .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                  .build()
              : null;
    }

    @Override
    public void played(Instant clock, int posts, Taken sofar) {
      if (bar != null) {
        bar.stepBy(posts);
        bar.setExtraMessage(" " + CLOCK.format(clock));
        return;
      }
      LocalDate today = clock.atZone(ZoneOffset.UTC).toLocalDate();
      if (!today.equals(day)) {
        day = today;
        String line = "simulated %s  %,6d of %,d posts taken, %d rejected";
        say(
            String.format(
                Locale.ENGLISH,
                line,
                CLOCK.format(clock),
                sofar.accepted(),
                all,
                sofar.rejected()));
      }
    }

    private void draw(String line) {
      synchronized (DemoDisplay.this) {
        out.print(TO_LINE_START_AND_CLEAR + line);
        out.flush();
        drawn = true;
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
