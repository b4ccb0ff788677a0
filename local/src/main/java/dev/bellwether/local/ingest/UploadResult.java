package dev.bellwether.local.ingest;

import java.util.List;

/** What became of all rows. */
public record UploadResult(long accepted, List<RowReport> duplicates, List<RowReport> rejected) {

  public UploadResult {
    duplicates = List.copyOf(duplicates);
    rejected = List.copyOf(rejected);
  }
}
