package dev.bellwether.local.replay;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what is among the dead letters: why, how many, since when; values only when asked for. */
final class Listing {

  private static final String ROW = "%8s  %-20s  %-20s  %-18s  %s%n";
  private static final int SHOWN_BYTES = 4_000;

  private final PrintWriter out;

  Listing(PrintWriter out) {
    this.out = out;
  }

  /**
   * @param records that wait
   * @param limit how many are shown one by one
   */
  void show(DeadLetterTopic topic, List<DeadRecord> records, int limit, boolean values) {
    var letters = records.stream().mapToLong(record -> record.letters().size()).sum();
    out.printf("%s: %,d records wait (%,d letters)%n", topic.topic(), records.size(), letters);
    if (records.isEmpty()) {
      return;
    }
    out.printf(ROW, "letters", "first", "last", "service", "error");
    byReason(records).forEach(this::showGroup);
    out.println();
    for (int i = 0; i < records.size() && i < limit; i++) {
      showOne(topic, records.get(i), values);
    }
    if (records.size() > limit) {
      out.printf("and %,d more: --limit shows more%n", records.size() - limit);
    }
  }

  private static Collection<List<Letter>> byReason(List<DeadRecord> records) {
    return records.stream()
        .flatMap(record -> record.letters().stream())
        .collect(
            Collectors.groupingBy(
                letter -> letter.application() + "|" + error(letter),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private void showGroup(List<Letter> group) {
    out.printf(
        ROW,
        group.size(),
        seconds(group.getFirst().at()),
        seconds(group.getLast().at()),
        group.getFirst().application(),
        error(group.getFirst()));
  }

  private void showOne(DeadLetterTopic topic, DeadRecord record, boolean values) {
    var readers =
        record.letters().stream()
            .map(Letter::application)
            .distinct()
            .collect(Collectors.joining(", "));
    int replayed = record.first().replayed();
    out.printf(
        "%s  %s  %s%s%n",
        record.place(),
        seconds(record.first().at()),
        readers,
        replayed == 0 ? "" : "  replayed before: " + replayed);
    if (values) {
      var offset = record.first().offset();
      var whole = topic.whole(List.of(offset)).get(offset);
      out.println("  key    " + record.first().key());
      out.println("  value  " + (whole == null ? "expired" : text(whole.value())));
    }
  }

  private static String error(Letter letter) {
    return letter.errorClass() + ": " + letter.message();
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** As text where it is text; a terminal is not to be told what to do by a record. */
  private static String text(byte[] value) {
    if (value == null) {
      return "none: a removal";
    }
    var shown = ByteBuffer.wrap(value, 0, Math.min(value.length, SHOWN_BYTES));
    var more = value.length > SHOWN_BYTES ? " ... (%,d bytes)".formatted(value.length) : "";
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(shown.duplicate()).toString();
      return text.replaceAll("\\p{Cntrl}", " ") + more;
    } catch (CharacterCodingException e) {
      return HexFormat.of().formatHex(value, 0, shown.limit()) + more;
    }
  }
}
