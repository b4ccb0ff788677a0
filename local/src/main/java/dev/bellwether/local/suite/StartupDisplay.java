package dev.bellwether.local.suite;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal which parts are ready, in one line that is drawn anew; elsewhere a line for
 * each.
 */
public final class StartupDisplay implements Narrator, AutoCloseable {

  private static final String TURNING = "|/-\\";
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final Set<Component> ready = EnumSet.noneOf(Component.class);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("startup-display").factory());

  private int turn;
  private boolean drawing;

  public static StartupDisplay onThisTerminal(PrintWriter out) {
    return new StartupDisplay(out, System.console() != null && System.console().isTerminal());
  }

  StartupDisplay(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.drawing = terminal;
    if (terminal) {
      clock.scheduleAtFixedRate(this::draw, 0, 200, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void ready(Component component, Duration sinceStart) {
    ready.add(component);
    if (!terminal) {
      out.printf("%-10s ready after %.1f s%n", component.label(), sinceStart.toMillis() / 1000.0);
      out.flush();
    }
  }

  @Override
  public synchronized void say(String line) {
    out.println(drawing ? TO_LINE_START_AND_CLEAR + line : line);
    out.flush();
  }

  private synchronized void draw() {
    if (!drawing) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (var component : Component.values()) {
      parts.add(
          (ready.contains(component) ? "\u2713 " : TURNING.charAt(turn % TURNING.length()) + " ")
              + component.label());
    }
    turn++;
    out.print(TO_LINE_START_AND_CLEAR + "starting  " + String.join("  ", parts));
    out.flush();
  }

  /** Ends the drawing; lines can still be said. */
  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      if (drawing) {
        drawing = false;
        out.print(TO_LINE_START_AND_CLEAR);
        out.flush();
      }
    }
  }
}
