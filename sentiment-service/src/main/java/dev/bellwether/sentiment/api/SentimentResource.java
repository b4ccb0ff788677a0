package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.storage.AuthorQueries;
import dev.bellwether.sentiment.storage.Grain;
import dev.bellwether.sentiment.storage.SentimentQueries;
import dev.bellwether.sentiment.summary.Figures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a workspace's mentions feel. */
@Path("/v1/sentiment")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class SentimentResource {

  private final Caller caller;
  private final SentimentQueries queries;
  private final AuthorQueries authors;

  public SentimentResource(Caller caller, SentimentQueries queries, AuthorQueries authors) {
    this.caller = caller;
    this.queries = queries;
    this.authors = authors;
  }

  @GET
  @Operation(
      summary = "Mentions by label over time",
      description =
          "Counted by createdAt. from and to are widened to whole hours (minutes for interval=minute, which needs both, at"
              + " most 7 days apart); the answer says to which. netSentiment is 100*(positive-negative)/"
              + "(positive+negative), 0 when both are 0; netSentimentInterval is Wilson's 95 % interval, which does not"
              + " cover what the model itself gets wrong. In weightedNetSentiment a mention weighs 1 + its likes,"
              + " reposts and replies. authors are different ones within each bucket, so they do not add up to the"
              + " total's.")
  public SentimentView sentiment(
      @Parameter(description = "A monitor's id; all mentions when absent") @QueryParam("monitor")
          String monitor,
      @Parameter(description = "ISO-8601 with offset, included") @QueryParam("from") String from,
      @Parameter(description = "ISO-8601 with offset, excluded") @QueryParam("to") String to,
      @Parameter(description = "minute, hour (default), day (UTC) or total") @QueryParam("interval")
          String interval) {
    var grain = Parameters.interval(interval, Grain.HOUR, List.of(Grain.values()));
    var one = Parameters.monitor(monitor);
    var period = Period.parse(from, to, grain.kept());
    var workspace = caller.workspace();
    return SentimentView.of(
        one,
        grain,
        period,
        queries.overTime(workspace, one, period.span(), grain),
        authors.overTime(workspace, one, period.span(), grain).orElse(null));
  }

  @GET
  @Path("/summary")
  @Operation(
      summary = "Mentions by label, of every monitor and of the whole workspace",
      description = "Without authors, which share-of-voice?by=authors counts by monitor.")
  public SummaryView summary(
      @Parameter(description = "ISO-8601 with offset, included") @QueryParam("from") String from,
      @Parameter(description = "ISO-8601 with offset, excluded") @QueryParam("to") String to) {
    var counts =
        queries.byMonitor(caller.workspace(), Period.parse(from, to, ChronoUnit.HOURS).span());
    var all = counts.getOrDefault(Cell.WHOLE_WORKSPACE, Figures.NONE);
    var monitors =
        counts.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Cell.WHOLE_WORKSPACE))
            .map(
                entry ->
                    new SummaryView.MonitorTotal(
                        entry.getKey(), CountsView.of(entry.getValue(), null)))
            .toList();
    return new SummaryView(monitors, CountsView.of(all, null));
  }
}
