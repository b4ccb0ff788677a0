package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.UnplannableException;
import dev.bellwether.kit.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A request that reads well but cannot be planned is answered 422, with the constraint and the remedy. */
public class UnplannableMapper {

  @ServerExceptionMapper
  public Response unplannable(UnplannableException e) {
    return new Problem("about:blank", "Cannot be planned", 422, e.getMessage(), e.field())
        .toResponse();
  }
}
