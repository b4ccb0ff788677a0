package dev.bellwether.ingest.archive;

import dev.bellwether.kit.problem.ProblemException;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;

/** A filter that is misspelt would otherwise find everything. */
final class KnownParameters {

  private KnownParameters() {}

  /**
   * @param others beside the filters
   * @throws ProblemException 400 naming a query parameter that is none of them, or a filter but
   *     {@code flag} that is given twice
   */
  static void check(UriInfo uri, String... others) {
    var known = new ArrayList<>(FilterParameters.NAMES);
    known.addAll(List.of(others));
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw ProblemException.badRequest(
                    name,
                    "There is no parameter of this name here; there are "
                        + String.join(", ", known)
                        + ".");
              }
              if (values.size() > 1 && !name.equals("flag")) {
                throw ProblemException.badRequest(name, name + " may be given once.");
              }
            });
  }
}
