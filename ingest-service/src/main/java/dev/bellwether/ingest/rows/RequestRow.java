package dev.bellwether.ingest.rows;

/**
 * Where a row came from: a row that comes again from the same place is the same row sent again, not
 * a duplicate.
 *
 * @param key the request's Idempotency-Key, or null
 * @param row from 0
 */
public record RequestRow(String key, int row) {

  public boolean isAgain(String knownKey, int knownRow) {
    return key != null && key.equals(knownKey) && row == knownRow;
  }
}
