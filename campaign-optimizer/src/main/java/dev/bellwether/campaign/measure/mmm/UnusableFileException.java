package dev.bellwether.campaign.measure.mmm;

import java.io.IOException;

/** The file cannot be measured on; the message says why and what would help. */
final class UnusableFileException extends IOException {

  private static final long serialVersionUID = 1;

  UnusableFileException(String message) {
    super(message);
  }
}
