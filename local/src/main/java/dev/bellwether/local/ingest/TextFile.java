package dev.bellwether.local.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Opens a file as text: unpacks gzip, and lets a byte order mark decide the encoding. */
final class TextFile {

  // The first bytes of a file, in hexadecimal
  private static final String GZIP = "1F8B";
  private static final String ZIP = "504B0304";

  private static final int LONGEST_MARK = 4;

  private record Mark(String bytes, Charset charset) {

    int length() {
      return bytes.length() / 2;
    }
  }

  /** Longest first: UTF-32's begins as UTF-16's does. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark("0000FEFF", Charset.forName("UTF-32BE")),
          new Mark("FFFE0000", Charset.forName("UTF-32LE")),
          new Mark("EFBBBF", StandardCharsets.UTF_8),
          new Mark("FEFF", StandardCharsets.UTF_16BE),
          new Mark("FFFE", StandardCharsets.UTF_16LE));

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
    String head = head(raw);
    if (head.startsWith(GZIP)) {
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
    if (head.startsWith(ZIP)) {
      throw new UnusableFileException(
          "it is a ZIP archive or a spreadsheet: unpack it, or export it as CSV");
    }
    return raw;
  }

  private static StrictReader decoded(InputStream in, Charset encoding) throws IOException {
    String head = head(in);
    for (var mark : MARKS) {
      if (head.startsWith(mark.bytes())) {
        in.skipNBytes(mark.length());
        return new StrictReader(in, mark.charset(), mark.length());
      }
    }
    if (encoding.equals(StandardCharsets.UTF_8) && head.matches("00.*|..00.*")) {
      throw new UnusableFileException(
          "it looks like UTF-16 without a byte order mark: say --encoding "
              + (head.startsWith("00") ? "UTF-16BE" : "UTF-16LE"));
    }
    return new StrictReader(in, encoding, 0);
  }

  private static String head(InputStream in) throws IOException {
    in.mark(LONGEST_MARK);
    byte[] head = in.readNBytes(LONGEST_MARK);
    in.reset();
    return HexFormat.of().withUpperCase().formatHex(head);
  }
}
