package dev.bellwether.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends a request byte by byte as written: ordinary clients tidy paths and headers up before
 * sending.
 */
public final class RawHttp implements AutoCloseable {

  private final Socket socket;

  public RawHttp(URI gateway) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort());
    socket.setSoTimeout(20_000);
  }

  /**
   * The beginning of a request with the bootstrap key; more headers may follow, or a blank line.
   */
  public static String head(String method, String target) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: bellwether.test\r\nX-API-Key: "
        + Suite.KEY
        + "\r\n";
  }

  /** One whole exchange: the answer with its head, as text. */
  public static String exchange(URI gateway, String request) throws IOException {
    try (var http = new RawHttp(gateway)) {
      http.send(request);
      return http.readToEnd();
    }
  }

  public void send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Reads until the other side closes; what came before it broke off, if it does. */
  public String readToEnd() throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Reads until {@code end} has come. */
  public String readUntil(String end) throws IOException {
    var text = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (text.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
