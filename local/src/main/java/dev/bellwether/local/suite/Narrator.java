package dev.bellwether.local.suite;

import java.time.Duration;

/**
 * Hears what a person at the terminal wants to know while the suite starts and runs. Called from
 * several threads.
 */
public interface Narrator {

  void ready(Component component, Duration sinceStart);

  /** One line about something that happened on its own, such as a child that died. */
  void say(String line);
}
