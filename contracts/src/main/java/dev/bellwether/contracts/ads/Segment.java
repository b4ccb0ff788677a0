package dev.bellwether.contracts.ads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.kafka.RecordKey;

/**
 * Whom an ad was shown to.
 *
 * @param age for example {@code 25-34}; null where not broken down by it
 * @param gender null where not broken down by it
 * @param geo country or region; null where not broken down by it
 * @param interest null where not broken down by it
 * @param placement where the platform showed it; null where not broken down by it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(String age, String gender, String geo, String interest, String placement) {

  public static final Segment NONE = new Segment(null, null, null, null, null);

  /** One string for one segment, whichever of its parts are known. */
  @JsonIgnore
  public String canonical() {
    return RecordKey.of(blank(age), blank(gender), blank(geo), blank(interest), blank(placement))
        .encode();
  }

  private static String blank(String part) {
    return part == null ? "" : part;
  }
}
