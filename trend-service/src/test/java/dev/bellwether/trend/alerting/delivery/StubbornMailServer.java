package dev.bellwether.trend.alerting.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says its one thing to every recipient, but for those who are called willing. */
final class StubbornMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String reply;
  private final List<String> recipients = new CopyOnWriteArrayList<>();

  StubbornMailServer(String reply) throws IOException {
    this.socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    this.reply = reply;
    Thread.ofVirtual().start(this::serve);
  }

  /** Of mails that were taken. */
  List<String> recipients() {
    return recipients;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        // clients keep a connection for later
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      talk(client);
    } catch (IOException e) {
      // the other side has hung up
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    var out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    String last = null;
    out.print("220 stubborn\r\n");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT") && !line.contains("willing")) {
        out.print(reply + "\r\n");
      } else if (line.startsWith("RCPT")) {
        last = line.substring("RCPT TO:".length());
        out.print("250 ok\r\n");
      } else if (line.equals("DATA")) {
        out.print("354 go on\r\n");
        recipients.add(last);
        do {
          line = in.readLine();
        } while (line != null && !line.equals("."));
        out.print("250 taken\r\n");
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
