package dev.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Ends a child process when this JVM is gone, however it went: a small shell waits at a pipe whose
 * other end only this JVM holds, and signals the child when the kernel closes it. Without it, a
 * launcher that was {@code kill -9}ed leaves its children behind. A child that has not ended half a
 * minute after the signal is killed. While this JVM lives, the shell goes when the child goes, so
 * it never signals a process that came later under the same id.
 */
public final class Lifeline {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      read -r _
      kill -s "$1" "$2"
      n=0
      while [ $n -lt 60 ] && kill -0 "$2"; do
        sleep 0.5
        n=$((n + 1))
      done
      kill -s KILL "$2"
      """;

  private Lifeline() {}

  /**
   * Ties {@code child} to this JVM.
   *
   * @param signal a signal's name without SIG: TERM, or what makes the child stop in order
   * @throws UncheckedIOException when no shell can be started
   */
  public static void tie(Process child, String signal) {
    try {
      var shell =
          ChildEnvironment.clean(
                  new ProcessBuilder(
                      "/bin/sh", "-c", SCRIPT, "lifeline", signal, Long.toString(child.pid())))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      child.onExit().thenRun(shell::destroyForcibly);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a shell", e);
    }
  }
}
