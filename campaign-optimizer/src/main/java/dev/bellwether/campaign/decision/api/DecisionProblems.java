package dev.bellwether.campaign.decision.api;

import dev.bellwether.campaign.decision.NotPossibleException;
import dev.bellwether.kit.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How a decision is refused that the plan's state does not allow. */
public class DecisionProblems {

  @ServerExceptionMapper
  public Response notPossible(NotPossibleException e) {
    return new Problem("about:blank", "Not possible", 409, e.getMessage(), null).toResponse();
  }
}
