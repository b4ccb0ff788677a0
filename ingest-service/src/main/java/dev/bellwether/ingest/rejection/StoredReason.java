package dev.bellwether.ingest.rejection;

import dev.bellwether.ingest.rows.RequestRows;
import java.util.regex.Pattern;

/**
 * A reason as it may be kept. Whoever sent a row is answered with the value at fault; what is kept
 * for others to read must not hold it, since in a file whose columns have shifted anything may
 * stand anywhere.
 */
record StoredReason(String field, String reason) {

  private static final int LONGEST = 500;
  // Answers end "…, not VALUE"
  private static final Pattern VALUE = Pattern.compile(", not .*", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("\".*\"", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  /**
   * @param field the field at fault, or null
   * @param reason what its sender was told
   */
  static StoredReason of(String field, String reason) {
    String withoutValue = QUOTED.matcher(VALUE.matcher(reason).replaceFirst("")).replaceAll("…");
    // The name of a repeated field is the row's own word: it need not be one of ours
    boolean ours =
        field != null
            && NAME.matcher(field).matches()
            && !reason.equals(RequestRows.REPEATED_FIELD);
    return new StoredReason(
        ours ? field : null,
        withoutValue.length() <= LONGEST ? withoutValue : withoutValue.substring(0, LONGEST));
  }
}
