package dev.bellwether.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Empties a suite's folder, and no other. */
public record Erasure(DataDir dataDir) {

  /**
   * @throws SuiteException when a suite runs there, or nothing tells that the data is a suite's
   */
  public void run() {
    if (!Files.exists(dataDir.path())) {
      return;
    }
    if (!dataDir.mayBeErased()) {
      throw new SuiteException(
          "%s has no %s, so what lies there may be somebody else's: nothing is erased; give a suite's folder with --data-dir"
              .formatted(dataDir.path(), dataDir.state().getFileName()));
    }
    // nobody begins there meanwhile; the lock itself goes last
    try (var _ = SuiteLock.take(dataDir)) {
      dataDir.erase();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of the suite's lock", e);
    }
  }
}
