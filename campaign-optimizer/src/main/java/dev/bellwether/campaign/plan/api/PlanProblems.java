package dev.bellwether.campaign.plan.api;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.bellwether.campaign.plan.UnplannableException;
import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemMappers;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a request can be refused for here, beyond what every service refuses. */
public class PlanProblems {

  private final ProblemMappers common = new ProblemMappers();

  /** The request reads well but cannot be planned: the constraint and the remedy. */
  @ServerExceptionMapper
  public Response unplannable(UnplannableException e) {
    return new Problem("about:blank", "Cannot be planned", 422, e.getMessage(), e.field())
        .toResponse();
  }

  /** Quarkus answers a field of the wrong type in a form of its own unless somebody else does. */
  @ServerExceptionMapper
  public Response wrongType(MismatchedInputException e) {
    return common.unreadable(e);
  }
}
