package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.UnplannableException;
import dev.bellwether.kit.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a request can be refused for here, beyond what every service refuses. */
public class PlanProblems {

  /** The request reads well but cannot be planned: the constraint and the remedy. */
  @ServerExceptionMapper
  public Response unplannable(UnplannableException e) {
    return new Problem("about:blank", "Cannot be planned", 422, e.getMessage(), e.field())
        .toResponse();
  }
}
