package dev.bellwether.local.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file's rows are. Field names are the API's. */
public enum Kind {
  MENTIONS(
      "/v1/mentions",
      List.of(
          "id",
          "platform",
          "text",
          "createdAt",
          "url",
          "language",
          "author",
          "followers",
          "likes",
          "reposts",
          "replies",
          "views",
          "inReplyTo",
          "editedAt",
          "engagementAt",
          "kind"),
      Set.of("followers", "likes", "reposts", "replies", "views"),
      List.of("id", "platform", "text", "createdAt")),
  ADS(
      "/v1/ad-performance",
      List.of(
          "account",
          "campaign",
          "adSet",
          "ad",
          "age",
          "gender",
          "geo",
          "interest",
          "placement",
          "date",
          "start",
          "end",
          "timeZone",
          "currency",
          "spend",
          "impressions",
          "clicks",
          "conversions",
          "revenue"),
      Set.of("spend", "impressions", "clicks", "conversions", "revenue"),
      List.of());

  private static final Set<String> ONLY_ADS_HAVE = Set.of("adSet", "spend", "impressions");

  private final String path;
  private final List<String> fields;
  private final Set<String> numbers;
  private final List<String> required;

  Kind(String path, List<String> fields, Set<String> numbers, List<String> required) {
    this.path = path;
    this.fields = fields;
    this.numbers = numbers;
    this.required = required;
  }

  /** What rows are that have these fields or columns. */
  static Kind guess(Collection<String> names) {
    boolean ads =
        names.stream().flatMap(name -> ADS.field(name).stream()).anyMatch(ONLY_ADS_HAVE::contains);
    return ads ? ADS : MENTIONS;
  }

  /** Where the gateway takes rows of this kind. */
  public String path() {
    return path;
  }

  List<String> fields() {
    return fields;
  }

  List<String> required() {
    return required;
  }

  boolean isNumber(String field) {
    return numbers.contains(field);
  }

  /** The field of this name, whatever its case. */
  Optional<String> field(String name) {
    return fields.stream().filter(f -> f.equalsIgnoreCase(name.strip())).findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
