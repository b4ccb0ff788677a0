package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.TimeParameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What whoever saves a monitor may say of its back-fill. */
public record BackfillParameters(
    @Parameter(
            description =
                "false leaves the archive alone; true brings it in line even where nothing else changed")
        @RestQuery
        String backfill,
    @Parameter(description = "Posts before this time are not brought in") @RestQuery
        String backfillFrom) {

  /**
   * @throws ProblemException 400 naming the parameter that does not read
   */
  public Backfills.Wish toWish() {
    if (backfill != null && !backfill.equals("true") && !backfill.equals("false")) {
      throw ProblemException.badRequest("backfill", "backfill must be true or false.");
    }
    return new Backfills.Wish(
        !"false".equals(backfill),
        "true".equals(backfill),
        TimeParameter.parse("backfillFrom", backfillFrom));
  }
}
