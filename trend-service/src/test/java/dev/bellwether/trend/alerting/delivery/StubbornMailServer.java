package dev.bellwether.trend.alerting.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says its one thing to every recipient. */
final class StubbornMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String reply;

  StubbornMailServer(String reply) throws IOException {
    this.socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    this.reply = reply;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // the other side has hung up, or the test is over
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    var out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    out.print("220 stubborn\r\n");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        out.print(reply + "\r\n");
      } else if (line.startsWith("QUIT")) {
        out.print("221 bye\r\n");
        return;
      } else {
        out.print("250 ok\r\n");
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
