package dev.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class FreePort {

  private FreePort() {}

  /** A port nobody listens on now. Another process may take it before the caller does. */
  public static int find() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("the loopback interface has no free port", e);
    }
  }

  static int orFree(int port) {
    return port == 0 ? find() : port;
  }
}
