package dev.bellwether.local.replay;

/** Where a record stood that could not be used. */
record Origin(String topic, int partition, long offset) {

  @Override
  public String toString() {
    return "%s partition %d offset %d".formatted(topic, partition, offset);
  }
}
