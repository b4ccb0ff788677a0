package dev.bellwether.ingest.archive;

import java.util.Set;

/** Under which pseudonyms an account's mentions are stored: one for each key there has been. */
@FunctionalInterface
public interface AuthorPseudonyms {

  /**
   * @param platform lower case
   * @param account lower case, without {@code @}
   */
  Set<String> of(String workspace, String platform, String account);
}
