package dev.bellwether.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Terms as PostgreSQL's {@code tsvector} can hold them: at most 2,046 bytes each and 1 MB together.
 * What is longer is left out, and never asked for either.
 */
final class Lexemes {

  private static final int MOST_BYTES = 2_046;

  // of 2^20 - 1, with room for what a lexeme takes beside its letters
  private static final int MOST_BYTES_TOGETHER = 1_000_000;

  private Lexemes() {}

  static boolean fits(String term) {
    return !term.isEmpty() && (term.length() * 3L <= MOST_BYTES || bytes(term) <= MOST_BYTES);
  }

  /** Empty where they are too many together: such a mention is a candidate of every query. */
  static Optional<List<String>> of(Collection<String> terms) {
    var fitting = new ArrayList<String>(terms.size());
    long together = 0;
    for (String term : terms) {
      if (fits(term)) {
        fitting.add(term);
        together += bytes(term);
      }
    }
    return together <= MOST_BYTES_TOGETHER ? Optional.of(fitting) : Optional.empty();
  }

  private static int bytes(String term) {
    return term.getBytes(StandardCharsets.UTF_8).length;
  }
}
