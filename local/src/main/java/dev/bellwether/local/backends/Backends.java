package dev.bellwether.local.backends;

import java.util.Optional;

/** What is used instead of the suite's own broker and database; absent for its own. */
public record Backends(Optional<KafkaAddress> kafka, Optional<ExternalPostgres> postgres) {

  /** The suite's own of both. */
  public static final Backends OWN = new Backends(Optional.empty(), Optional.empty());
}
