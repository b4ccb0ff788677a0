package dev.bellwether.local.ingest;

import java.nio.file.Path;

/**
 * A row that was not accepted.
 *
 * @param status {@code duplicate} or {@code rejected}
 * @param line where it begins in the file, from 1
 * @param id may be null
 * @param field may be null
 * @param reason may be null
 */
public record RowReport(
    String status, Path file, long line, String id, String field, String reason) {

  @Override
  public String toString() {
    return "%s:%d %s%s".formatted(file, line, field == null ? "" : field + " ", reason);
  }
}
