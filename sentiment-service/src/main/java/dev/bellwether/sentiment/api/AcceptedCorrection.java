package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A correction on its way.
 *
 * @param said what will count from now on
 * @param detail when and where it will show
 */
public record AcceptedCorrection(@JsonUnwrapped CorrectionView said, String detail) {

  private static final String DETAIL =
      "It is kept. The mention's sentiment and the counts show it within moments.";

  static AcceptedCorrection of(CorrectionView said) {
    return new AcceptedCorrection(said, DETAIL);
  }
}
