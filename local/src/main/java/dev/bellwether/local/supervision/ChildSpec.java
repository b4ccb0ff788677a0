package dev.bellwether.local.supervision;

import java.io.IOException;

/**
 * A child to keep alive.
 *
 * @param start starts it once more, each time it is called; tied to this JVM's life
 */
public record ChildSpec(String name, Start start, Ending ending) {

  /** Starts a process. */
  @FunctionalInterface
  public interface Start {
    Process run() throws IOException;
  }
}
