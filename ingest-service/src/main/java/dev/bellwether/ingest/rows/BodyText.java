package dev.bellwether.ingest.rows;

import dev.bellwether.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** A body's text, of which no character is ever replaced. */
final class BodyText {

  private static final int BYTE_ORDER_MARK_16 = 0xFEFF;
  private static final int BYTE_ORDER_MARK_16_SWAPPED = 0xFFFE;

  private BodyText() {}

  /**
   * @param body UTF-8, with or without byte order mark
   * @throws ProblemException 400 that names the first line and byte that are not UTF-8
   */
  static String decode(byte[] body) {
    if (isUtf16(body)) {
      throw bad("The body is UTF-16 or UTF-32; convert it to UTF-8 and send it again.");
    }
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(body.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      int at = in.position();
      throw bad(
          "The body is not UTF-8: byte %d, on line %d, is 0x%02X. Nothing was taken; convert the body to UTF-8 (perhaps from Windows-1252) and send it again."
              .formatted(at + 1, lineOf(body, at), body[at]));
    }
    out.flip();
    return out.length() > 0 && out.charAt(0) == '\uFEFF'
        ? out.subSequence(1, out.length()).toString()
        : out.toString();
  }

  /** Rows begin with ASCII, of which these encodings make a zero byte; JSON holds none. */
  private static boolean isUtf16(byte[] body) {
    if (body.length < 2) {
      return false;
    }
    int first = (body[0] & 0xFF) << 8 | body[1] & 0xFF;
    return first == BYTE_ORDER_MARK_16
        || first == BYTE_ORDER_MARK_16_SWAPPED
        || body[0] == 0
        || body[1] == 0;
  }

  private static int lineOf(byte[] body, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (body[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static ProblemException bad(String detail) {
    return ProblemException.badRequest("body", detail);
  }
}
