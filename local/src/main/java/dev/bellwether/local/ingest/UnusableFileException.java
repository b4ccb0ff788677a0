package dev.bellwether.local.ingest;

import java.io.IOException;

/** A file of which nothing can be taken; the message says what it is instead, and the remedy. */
final class UnusableFileException extends IOException {

  private static final long serialVersionUID = 1;

  UnusableFileException(String message) {
    super(message);
  }
}
