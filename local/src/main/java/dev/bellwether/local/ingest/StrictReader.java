package dev.bellwether.local.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes without ever replacing a character, and says where the bytes stop being text of the
 * charset. Java's own readers either replace in silence or fail without a place.
 */
final class StrictReader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
  private long bytesBefore;
  private long line = 1;
  private char last;
  private boolean atEnd;

  /**
   * @param bytesBefore how many bytes of the file have been read already
   */
  StrictReader(InputStream in, Charset charset, long bytesBefore) {
    this.in = in;
    // A fresh decoder reports what it cannot decode
    this.decoder = charset.newDecoder();
    this.bytesBefore = bytesBefore;
  }

  /** The last character read that does not end a line. */
  char lastCharacter() {
    return last;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    var out = CharBuffer.wrap(into, from, length);
    int start = out.position();
    while (true) {
      CoderResult result = decoder.decode(bytes, out, atEnd);
      int decoded = out.position() - start;
      if (decoded > 0) {
        remember(into, from, decoded);
        return decoded;
      }
      if (result.isError()) {
        throw notText();
      }
      if (atEnd) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytesBefore += bytes.position();
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  private void remember(char[] chars, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (chars[i] == '\n') {
        line++;
      } else if (chars[i] != '\r') {
        last = chars[i];
      }
    }
  }

  private UnusableFileException notText() {
    return new UnusableFileException(
        "byte %,d, on line %,d, is 0x%02X, which is not %s: say --encoding windows-1252 (or what it is), or convert the file to UTF-8"
            .formatted(
                bytesBefore + bytes.position() + 1,
                line,
                bytes.get(bytes.position()),
                decoder.charset().name()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
