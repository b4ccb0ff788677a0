package dev.bellwether.kit.request;

import dev.bellwether.kit.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks gzip without trusting it: never more than a limit is given out, and every byte must fit.
 * Nothing is unpacked before it is asked for, so that who reads may choose when it takes room.
 *
 * <p>Reading throws a {@link ProblemException}: 400 when it is not gzip, breaks off, is damaged or
 * followed by something else; 413 when it holds more than the limit.
 */
final class PackedBody extends InputStream {

  private final InputStream packed;
  private final long limit;
  private InputStream plain;
  private long given;

  /**
   * @param limit most bytes to unpack
   */
  PackedBody(InputStream packed, long limit) {
    this.packed = packed;
    this.limit = limit;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    try {
      if (plain == null) {
        plain =
            GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
      }
      int read = plain.read(into, from, length);
      given += Math.max(0, read);
      if (given > limit) {
        throw new ProblemException(
            413,
            "Request too large",
            "The body holds more than "
                + limit
                + " bytes when unpacked; send the rows in several requests.",
            "body");
      }
      return read;
    } catch (EOFException e) {
      throw bad("The gzip body breaks off; pack it again and send all of it.");
    } catch (IOException e) {
      throw bad(
          "The body is declared as gzip (Content-Encoding) but is none, is damaged, or is followed by something"
              + " else; send it plain and without that header, or pack it again.");
    }
  }

  @Override
  public void close() throws IOException {
    (plain == null ? packed : plain).close();
  }

  private static ProblemException bad(String detail) {
    return ProblemException.badRequest("body", detail);
  }
}
