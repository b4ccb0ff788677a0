package dev.bellwether.kit.request;

import dev.bellwether.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses parameters in path and query that no database takes; it would answer them as if it were
 * out of order.
 */
public class StorableParameters {

  @ServerRequestFilter
  public void check(ContainerRequestContext request) {
    check(request.getUriInfo().getPathParameters());
    check(request.getUriInfo().getQueryParameters());
  }

  private static void check(MultivaluedMap<String, String> parameters) {
    parameters.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    StorableText.flaw(value)
                        .ifPresent(
                            flaw -> {
                              throw ProblemException.badRequest(name, name + " " + flaw + ".");
                            })));
  }
}
