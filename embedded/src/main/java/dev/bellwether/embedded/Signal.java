package dev.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/** Signals the JDK has no call for. */
public final class Signal {

  private Signal() {}

  /**
   * Sends a signal; nothing happens when the process is gone.
   *
   * @param name without SIG
   */
  public static void send(String name, ProcessHandle process) {
    if (!process.isAlive()) {
      return;
    }
    try {
      new ProcessBuilder(
              "/bin/sh",
              "-c",
              "kill -s \"$1\" \"$2\"",
              "signal",
              name,
              Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a shell", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
