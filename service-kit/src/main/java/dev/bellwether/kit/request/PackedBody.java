package dev.bellwether.kit.request;

import dev.bellwether.kit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks gzip without trusting it: never more than a limit is held, and every byte must fit. */
final class PackedBody {

  private static final int CHUNK = 1 << 16;

  private PackedBody() {}

  /**
   * @param limit most bytes to unpack
   * @throws ProblemException 400 when it is not gzip, breaks off, is damaged or followed by
   *     something else; 413 when it holds more than {@code limit}
   */
  static byte[] unpack(InputStream packed, long limit) {
    try (InputStream plain =
        GzipCompressorInputStream.builder()
            .setInputStream(packed)
            .setDecompressConcatenated(true)
            .get()) {
      var unpacked = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int read = plain.read(chunk); read >= 0; read = plain.read(chunk)) {
        unpacked.write(chunk, 0, read);
        if (unpacked.size() > limit) {
          throw new ProblemException(
              413,
              "Request too large",
              "The body holds more than "
                  + limit
                  + " bytes when unpacked; send the rows in several requests.",
              "body");
        }
      }
      return unpacked.toByteArray();
    } catch (EOFException e) {
      throw bad("The gzip body breaks off; pack it again and send all of it.");
    } catch (IOException e) {
      throw bad(
          "The body is declared as gzip (Content-Encoding) but is none, is damaged, or is followed by something"
              + " else; send it plain and without that header, or pack it again.");
    }
  }

  private static ProblemException bad(String detail) {
    return ProblemException.badRequest("body", detail);
  }
}
