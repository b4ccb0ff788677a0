package dev.bellwether.local.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Opens a file as text: unpacks gzip, and lets a byte order mark decide the encoding. */
final class TextFile {

  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int LONGEST_MARK = 4;

  /** Longest first: UTF-32's begins as UTF-16's does. */
  private enum Mark {
    UTF_32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
    UTF_32LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
    UTF_16BE("UTF-16BE", 0xFE, 0xFF),
    UTF_16LE("UTF-16LE", 0xFF, 0xFE);

    private final Charset charset;
    private final byte[] bytes;

    Mark(String charset, int... bytes) {
      this.charset = Charset.forName(charset);
      this.bytes = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        this.bytes[i] = (byte) bytes[i];
      }
    }
  }

  private TextFile() {}

  /**
   * @param encoding of a file without byte order mark
   * @throws IOException when there is no such file, it is no text, or is gzip only by its name
   */
  static StrictReader open(Path path, Charset encoding) throws IOException {
    if (Files.isDirectory(path)) {
      throw new UnusableFileException("it is a directory: name the files in it");
    }
    var raw = new BufferedInputStream(Files.newInputStream(path));
    try {
      return decoded(unpacked(raw, path), encoding);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream unpacked(BufferedInputStream raw, Path path) throws IOException {
    byte[] head = head(raw);
    if (startsWith(head, GZIP)) {
      // java.util.zip's passes over whatever follows the first member in silence
      return new BufferedInputStream(
          GzipCompressorInputStream.builder()
              .setInputStream(raw)
              .setDecompressConcatenated(true)
              .get());
    }
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      throw new UnusableFileException("it is gzip only by its name: rename it, or pack it again");
    }
    if (startsWith(head, ZIP)) {
      throw new UnusableFileException(
          "it is a ZIP archive or a spreadsheet: unpack it, or export it as CSV");
    }
    return raw;
  }

  private static StrictReader decoded(InputStream in, Charset encoding) throws IOException {
    byte[] head = head(in);
    for (var mark : Mark.values()) {
      if (startsWith(head, mark.bytes)) {
        in.skipNBytes(mark.bytes.length);
        return new StrictReader(in, mark.charset, mark.bytes.length);
      }
    }
    if (encoding.equals(StandardCharsets.UTF_8)
        && head.length > 1
        && (head[0] == 0 || head[1] == 0)) {
      throw new UnusableFileException(
          "it looks like UTF-16 without a byte order mark: say --encoding "
              + (head[0] == 0 ? "UTF-16BE" : "UTF-16LE"));
    }
    return new StrictReader(in, encoding, 0);
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(LONGEST_MARK);
    byte[] head = in.readNBytes(LONGEST_MARK);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, byte[] start) {
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }
}
