package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.sentiment.storage.TargetQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What mentions feel about the brands and products that they name. */
@Path("/v1/sentiment/targets")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class TargetResource {

  private static final int MAX_LIMIT = 1_000;

  private final Caller caller;
  private final TargetQueries queries;

  public TargetResource(Caller caller, TargetQueries queries) {
    this.caller = caller;
    this.queries = queries;
  }

  @GET
  @Operation(
      summary = "What is felt about each brand and product that mentions name",
      description =
          "By name as monitors have it, the most named first. A mention counts once for each name in it, with what it"
              + " feels about that name, which may differ from its own label. from and to are widened to whole hours;"
              + " the answer says to which. A corrected label is of the whole mention and changes nothing here.")
  public TargetsView targets(
      @Parameter(description = "A monitor's id: only names that it knows; all when absent")
          @RestQuery
          String monitor,
      @Parameter(description = "ISO-8601 with offset, included") @RestQuery String from,
      @Parameter(description = "ISO-8601 with offset, excluded") @RestQuery String to,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
          @RestQuery
          @DefaultValue("100")
          String limit) {
    var one = Parameters.monitor(monitor);
    var most = PageLimit.parse(limit, MAX_LIMIT);
    var period = Period.parse(from, to, ChronoUnit.HOURS);
    var found =
        queries
            .count(caller.workspace(), one, period.span())
            .orElseThrow(() -> period.tooLong("Counting targets"));
    return new TargetsView(
        Parameters.shown(one),
        period.from(),
        period.to(),
        found.stream().limit(most).map(TargetsView.Target::of).toList());
  }
}
