package dev.bellwether.ingest.rejection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What is wrong how often, the most frequent first, at most a hundred.
 *
 * @param total of all, also of those that are not listed
 */
public record RejectionSummary(long total, List<Group> reasons) {

  /**
   * Rejections of one field for one reason; numbers in the reason, such as a length, make no
   * difference.
   *
   * @param field null when rows as a whole are at fault
   * @param reason as the last of them was told
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Group(
      String kind, String field, String reason, long count, Instant first, Instant last) {}
}
