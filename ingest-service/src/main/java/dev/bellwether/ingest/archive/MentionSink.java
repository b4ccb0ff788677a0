package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes mentions one after the other, in some format. Nothing is written but through it. */
interface MentionSink {

  void add(ArchivedMention mention) throws IOException;

  /**
   * While nothing is found for a while: sends what has been added, and, where the format has
   * something that means nothing, that.
   */
  void pause() throws IOException;

  /** When the last has been added; never where something failed. */
  void end() throws IOException;

  /**
   * RFC 4180, UTF-8, with a row of names.
   *
   * @param mark whether to begin with a byte-order mark, by which Excel knows UTF-8
   */
  static MentionSink csv(OutputStream out, boolean mark) throws IOException {
    if (mark) {
      out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    }
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    MentionColumns[] columns = MentionColumns.values();
    csv.writeRecord(Arrays.stream(columns).map(MentionColumns::header).toList());
    csv.flush();
    return new MentionSink() {
      @Override
      public void add(ArchivedMention mention) {
        csv.writeRecord(Arrays.stream(columns).map(column -> column.cell(mention)).toList());
      }

      @Override
      public void pause() throws IOException {
        csv.flush();
        out.flush();
      }

      @Override
      public void end() throws IOException {
        csv.flush();
      }
    };
  }

  /** A mention a line, as the API answers it; a blank may stand before it. */
  static MentionSink ndjson(OutputStream out, ObjectMapper json, boolean withEnd) {
    ObjectWriter writer = json.writerFor(ArchivedMention.class);
    long[] rows = {0};
    return new MentionSink() {
      @Override
      public void add(ArchivedMention mention) throws IOException {
        out.write(writer.writeValueAsBytes(mention));
        out.write('\n');
        rows[0]++;
      }

      @Override
      public void pause() throws IOException {
        // JSON has blanks before a value, and a gateway has a byte
        out.write(' ');
        out.flush();
      }

      @Override
      public void end() throws IOException {
        if (withEnd) {
          out.write(("{\"end\":true,\"rows\":" + rows[0] + "}\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
      }
    };
  }
}
