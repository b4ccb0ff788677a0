package dev.bellwether.adexport;

import java.io.IOException;
import java.io.Reader;

/** A text that can be read from its beginning more than once: an export is surveyed first. */
@FunctionalInterface
public interface Source {

  /** Opens it anew, without a byte order mark. */
  Reader open() throws IOException;
}
