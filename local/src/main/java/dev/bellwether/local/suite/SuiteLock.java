package dev.bellwether.local.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Held by the one launcher of a folder. The system lets go of it when the launcher is gone, however
 * it went.
 */
record SuiteLock(FileChannel channel) implements AutoCloseable {

  /**
   * @throws SuiteException when another launcher holds it
   */
  static SuiteLock take(DataDir dataDir) {
    try {
      var channel =
          FileChannel.open(dataDir.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new SuiteException(
            "the suite in %s is already running%s: see ./bellwether status, stop it with ./bellwether down"
                .formatted(dataDir.path(), where(dataDir)));
      }
      return new SuiteLock(channel);
    } catch (IOException e) {
      throw new SuiteException("cannot lock " + dataDir.lock() + ": " + e.getMessage(), e);
    }
  }

  private static String where(DataDir dataDir) {
    if (!dataDir.hasState()) {
      return "";
    }
    var gateway = SuiteState.read(dataDir).url(Component.GATEWAY);
    return Running.read(dataDir)
        .map(running -> " (%s, process %d)".formatted(gateway, running.launcher().pid()))
        .orElse(" (" + gateway + ")");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
