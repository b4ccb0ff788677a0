package dev.bellwether.sentiment.training;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells the person who waits what happens now. */
record Progress(PrintWriter out) {

  private static final int EVERY = 10;

  void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }

  /** A step of an optimisation; every tenth is told. */
  void step(int number) {
    if (number % EVERY == 0) {
      say("  step %d", number);
    }
  }
}
