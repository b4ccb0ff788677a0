package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.SentimentCounts;
import dev.bellwether.sentiment.scoring.Score;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.storage.SentimentQueries;
import dev.bellwether.sentiment.storage.SentimentQueries.Bucket;
import dev.bellwether.sentiment.text.PostTokenizer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

  private static final int MAX_MONITOR = 800;

  private final Caller caller;
  private final SentimentQueries queries;
  private final SentimentScorer scorer;

  public SentimentResource(Caller caller, SentimentQueries queries, SentimentScorer scorer) {
    this.caller = caller;
    this.queries = queries;
    this.scorer = scorer;
  }

  @GET
  @Operation(
      summary = "Mentions by label over time",
      description =
          "Counted by the hour of createdAt. from and to are widened to whole hours; the answer says to which. "
              + "netSentiment is 100*(positive-negative)/(positive+negative), 0 when both are 0.")
  public SentimentView sentiment(
      @Parameter(description = "A monitor's id; all mentions when absent") @QueryParam("monitor")
          String monitor,
      @Parameter(description = "ISO-8601 with offset, included") @QueryParam("from") String from,
      @Parameter(description = "ISO-8601 with offset, excluded") @QueryParam("to") String to,
      @Parameter(description = "hour (default), day (UTC) or total") @QueryParam("interval")
          String interval) {
    var grain = interval == null || interval.isBlank() ? "hour" : interval;
    var bucket =
        switch (grain) {
          case "hour" -> Bucket.HOUR;
          case "day", "total" -> Bucket.DAY;
          default ->
              throw ProblemException.badRequest("interval", "interval must be hour, day or total.");
        };
    var one = monitor(monitor);
    var period = Period.parse(from, to);
    var counts =
        queries.overTime(
            caller.workspace(), one == null ? Cell.WHOLE_WORKSPACE : one, period.hours(), bucket);
    var total = counts.values().stream().reduce(SentimentCounts.NONE, SentimentCounts::plus);
    return new SentimentView(
        one,
        grain,
        period.from(),
        period.to(),
        CountsView.of(total),
        grain.equals("total") ? List.of() : SentimentView.Bucket.of(counts));
  }

  @GET
  @Path("/summary")
  @Operation(summary = "Mentions by label, of every monitor and of the whole workspace")
  public SummaryView summary(
      @Parameter(description = "ISO-8601 with offset, included") @QueryParam("from") String from,
      @Parameter(description = "ISO-8601 with offset, excluded") @QueryParam("to") String to) {
    var counts = queries.byMonitor(caller.workspace(), Period.parse(from, to).hours());
    var all = counts.getOrDefault(Cell.WHOLE_WORKSPACE, SentimentCounts.NONE);
    var monitors =
        counts.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Cell.WHOLE_WORKSPACE))
            .map(
                entry ->
                    new SummaryView.MonitorTotal(entry.getKey(), CountsView.of(entry.getValue())))
            .toList();
    return new SummaryView(monitors, CountsView.of(all));
  }

  // POST, because a text in a URL would end in access logs.
  @POST
  @Path("/score")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Scores a text without keeping it",
      description =
          "The label is unknown, without probabilities, where no model speaks the language.")
  public Score score(ScoreRequest request) {
    if (request == null || request.text() == null) {
      throw ProblemException.badRequest(
          "text", "text is missing: send {\"text\": \"…\", \"language\": \"en\"}.");
    }
    if (request.text().length() > PostTokenizer.MAX_CHARACTERS) {
      throw ProblemException.badRequest(
          "text", "text must have at most " + PostTokenizer.MAX_CHARACTERS + " characters.");
    }
    return scorer
        .score(request.text(), request.language() == null ? "en" : request.language())
        .sentiment();
  }

  private static String monitor(String monitor) {
    if (monitor == null || monitor.isEmpty()) {
      return null;
    }
    if (monitor.length() > MAX_MONITOR || monitor.indexOf('\0') >= 0) {
      throw ProblemException.badRequest(
          "monitor", "monitor must be the id of a monitor, as GET /v1/monitors lists them.");
    }
    return monitor;
  }
}
