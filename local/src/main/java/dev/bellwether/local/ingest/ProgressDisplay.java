package dev.bellwether.local.ingest;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on a terminal; elsewhere a line now and then. */
sealed interface ProgressDisplay extends Upload.Progress, AutoCloseable {

  /** Says why it does not go on. */
  void say(String line);

  @Override
  void close();

  static ProgressDisplay of(boolean terminal, long total, PrintWriter err) {
    return terminal ? new Bar(total) : new Lines(total, err);
  }

  /** Drawn to standard error. */
  final class Bar implements ProgressDisplay {
    private final ProgressBar bar;

    private Bar(long total) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("rows")
              .setInitialMax(total)
              .setUpdateIntervalMillis(200)
              .showSpeed()
              .build();
    }

    @Override
    public void sent(int rows) {
      bar.stepBy(rows);
      bar.setExtraMessage("");
    }

    @Override
    public void say(String line) {
      bar.setExtraMessage(line);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** At most one line in five seconds. */
  final class Lines implements ProgressDisplay {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final long total;
    private final PrintWriter err;
    private long sent;
    private long said = System.nanoTime();

    private Lines(long total, PrintWriter err) {
      this.total = total;
      this.err = err;
    }

    @Override
    public void sent(int rows) {
      sent += rows;
      if (System.nanoTime() - said >= BETWEEN.toNanos()) {
        said = System.nanoTime();
        say("%,d of %,d rows".formatted(sent, total));
      }
    }

    @Override
    public void say(String line) {
      err.println(line);
      err.flush();
    }

    @Override
    public void close() {}
  }
}
