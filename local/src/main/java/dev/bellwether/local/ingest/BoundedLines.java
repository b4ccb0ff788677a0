package dev.bellwether.local.ingest;

import java.io.BufferedReader;
import java.io.IOException;

/** Lines of a text of which none is held that is longer than a row may be. */
final class BoundedLines {

  /** Characters, as the service takes; ten thousand are a post's longest text. */
  static final int LONGEST = 200_000;

  private final BufferedReader in;

  BoundedLines(BufferedReader in) {
    this.in = in;
  }

  /**
   * @param text null where it is longer than {@link #LONGEST}
   */
  record Line(String text, long length) {}

  /** The next line without its end, or null after the last. */
  Line next() throws IOException {
    var text = new StringBuilder();
    long length = 0;
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
      length++;
      if (length <= LONGEST) {
        text.append((char) c);
      }
    }
    if (c == '\r') {
      in.mark(1);
      if (in.read() != '\n') {
        in.reset();
      }
    }
    return new Line(length <= LONGEST ? text.toString() : null, length);
  }
}
