package dev.bellwether.ingest.silence;

/**
 * Where something comes from.
 *
 * @param stream what comes: {@link #MENTIONS} or {@link #AD_PERFORMANCE}
 * @param id of mentions their platform, of figures their ad account; a connector's own id where one
 *     brings them
 */
record SourceName(String stream, String id) implements Comparable<SourceName> {

  static final String MENTIONS = "mentions";
  static final String AD_PERFORMANCE = "ad-performance";

  @Override
  public int compareTo(SourceName other) {
    int streams = stream.compareTo(other.stream);
    return streams != 0 ? streams : id.compareTo(other.id);
  }
}
