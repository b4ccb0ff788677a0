package dev.bellwether.ingest.rows;

import dev.bellwether.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a table that a platform exported: UTF-8, or UTF-16 as spreadsheets like it. No
 * character is ever replaced.
 */
public final class TableText {

  private static final int MARK_LITTLE_ENDIAN = 0xFFFE;
  private static final int MARK_BIG_ENDIAN = 0xFEFF;

  private TableText() {}

  /**
   * @param body with or without byte order mark
   * @throws ProblemException 400 where it is neither, or breaks off within a character
   */
  public static String decode(byte[] body) {
    if (body.length < 2) {
      return BodyText.decode(body);
    }
    int first = (body[0] & 0xFF) << 8 | body[1] & 0xFF;
    return switch (first) {
      case MARK_LITTLE_ENDIAN -> utf16(body, 2, StandardCharsets.UTF_16LE);
      case MARK_BIG_ENDIAN -> utf16(body, 2, StandardCharsets.UTF_16BE);
      default -> {
        // A header begins with ASCII, which in UTF-16 is half a zero
        if (body[1] == 0) {
          yield utf16(body, 0, StandardCharsets.UTF_16LE);
        }
        yield body[0] == 0 ? utf16(body, 0, StandardCharsets.UTF_16BE) : BodyText.decode(body);
      }
    };
  }

  private static String utf16(byte[] body, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(body, from, body.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest(
          "body",
          "The body looks like UTF-16, but is none to its end. Nothing was taken; export the file again, as UTF-8.");
    }
  }
}
