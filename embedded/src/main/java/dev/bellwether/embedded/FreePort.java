package dev.bellwether.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of the loopback interface to listen on. They lie below those that Linux gives to outgoing
 * connections (32768 and up): one of these, free when it was looked at, may belong to somebody's
 * connection a moment later.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;

  /** Where to look next: never the same port twice, and another start in each process. */
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % COUNT));

  private FreePort() {}

  /**
   * A port nobody listens on now, and that this process was not given before.
   *
   * @throws IllegalStateException when all are taken
   */
  public static int find() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no port from " + FIRST + " to " + (FIRST + COUNT - 1) + " is free");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  static int orFree(int port) {
    return port == 0 ? find() : port;
  }
}
