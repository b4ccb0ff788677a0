package dev.bellwether.campaign.export.api;

import dev.bellwether.campaign.export.writer.WriteFailedException;
import dev.bellwether.kit.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How a delivery is answered that did not arrive. */
public class ExportProblems {

  private static final Logger LOG = Logger.getLogger(ExportProblems.class);

  @ServerExceptionMapper
  public Response failed(WriteFailedException e) {
    LOG.warn("a plan was not delivered", e);
    return new Problem(
            "about:blank",
            "Not delivered",
            502,
            e.getMessage() + " Send it again; what was written already stays as it is.",
            null)
        .toResponse();
  }
}
