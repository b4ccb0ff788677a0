package dev.bellwether.ingest.keys;

import java.util.Set;

/** Pseudonyms are stored whose key is not given. */
public final class MissingKeyException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private MissingKeyException(Set<String> ids) {
    super(
        "BELLWETHER_PSEUDONYM_KEY lacks "
            + String.join(", ", ids)
            + ", with which authors were named whose posts may still be stored: put the key back behind the newest, or, once"
            + " its data has expired, write "
            + String.join(":retired,", ids)
            + ":retired (see docs/privacy.md)");
  }

  static void throwIfAny(Set<String> missing) {
    if (!missing.isEmpty()) {
      throw new MissingKeyException(missing);
    }
  }
}
