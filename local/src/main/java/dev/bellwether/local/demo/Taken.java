package dev.bellwether.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** How ingest answered rows. */
record Taken(long accepted, long duplicate, long rejected) {
  static final Taken NOTHING = new Taken(0, 0, 0);

  static Taken of(JsonNode answer) {
    return new Taken(
        answer.path("accepted").asLong(),
        answer.path("duplicate").asLong(),
        answer.path("rejected").asLong());
  }

  Taken plus(Taken other) {
    return new Taken(
        accepted + other.accepted, duplicate + other.duplicate, rejected + other.rejected);
  }
}
