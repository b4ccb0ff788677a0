package dev.bellwether.ingest.rows;

import dev.bellwether.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A body's text, of which no character is ever replaced. */
final class BodyText {

  private static final int BYTE_ORDER_MARK_16 = 0xFEFF;
  private static final int BYTE_ORDER_MARK_16_SWAPPED = 0xFFFE;

  private static final byte[] MARK_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int PIECE = 8_192;

  private BodyText() {}

  /**
   * @param body UTF-8, with or without byte order mark
   * @throws ProblemException 400 that names the first line and byte that are not UTF-8
   */
  static String decode(byte[] body) {
    if (isUtf16(body)) {
      throw bad("The body is UTF-16 or UTF-32; convert it to UTF-8 and send it again.");
    }
    int at = firstThatIsNotUtf8(body);
    if (at < body.length) {
      throw bad(
          "The body is not UTF-8: byte %d, on line %d, is 0x%02X. Nothing was taken; convert the body to UTF-8 (perhaps from Windows-1252) and send it again."
              .formatted(at + 1, lineOf(body, at), body[at]));
    }
    boolean marked =
        body.length >= MARK_8.length
            && Arrays.equals(body, 0, MARK_8.length, MARK_8, 0, MARK_8.length);
    int mark = marked ? MARK_8.length : 0;
    return new String(body, mark, body.length - mark, StandardCharsets.UTF_8);
  }

  /** The place of the first byte that is not UTF-8; the body's length where all are. */
  private static int firstThatIsNotUtf8(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body);
    // Only looked at piece by piece: a body in characters would be as large again, twice
    CharBuffer piece = CharBuffer.allocate(PIECE);
    while (decoder.decode(in, piece, true).isOverflow()) {
      piece.clear();
    }
    return in.position();
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
