package dev.bellwether.local.replay;

import java.time.Instant;
import java.util.Locale;

/**
 * Which dead records are meant; null lets every one through.
 *
 * @param reason part of the error's class or message, in any case
 * @param key the record's key, as it stands
 * @param partition of the origin
 * @param offset of the origin
 * @param since a letter that came at this time or later
 */
record Selection(String reason, String key, Integer partition, Long offset, Instant since) {

  /** A record is meant when one of its letters is. */
  boolean takes(DeadRecord record) {
    return record.letters().stream().anyMatch(this::takes);
  }

  private boolean takes(Letter letter) {
    return (reason == null || names(letter))
        && (key == null || key.equals(letter.key()))
        && (partition == null
            || letter.origin().filter(o -> o.partition() == partition).isPresent())
        && (offset == null || letter.origin().filter(o -> o.offset() == offset).isPresent())
        && (since == null || !letter.at().isBefore(since));
  }

  private boolean names(Letter letter) {
    return (letter.errorClass() + ": " + letter.message())
        .toLowerCase(Locale.ROOT)
        .contains(reason.toLowerCase(Locale.ROOT));
  }
}
