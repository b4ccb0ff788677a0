package dev.bellwether.local.replay;

import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on a terminal, on standard error; elsewhere nothing, since the summary follows. */
record ReplayDisplay(ProgressBar bar) implements IntConsumer, AutoCloseable {

  static ReplayDisplay of(boolean terminal, int total) {
    return new ReplayDisplay(
        terminal
            ? new ProgressBarBuilder()
                .setTaskName("records")
                .setInitialMax(total)
                .setUpdateIntervalMillis(200)
                .build()
            : null);
  }

  @Override
  public void accept(int records) {
    if (bar != null) {
      bar.stepBy(records);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
