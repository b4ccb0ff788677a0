package dev.bellwether.trend.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.kit.request.TimeParameter;
import dev.bellwether.trend.watch.SeriesKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Known series: how much, how negative, at what cost; and what is usual. */
@Path("/v1/series")
@RolesAllowed(Scopes.TRENDS_READ)
@RunOnVirtualThread
public class SeriesResource {

  private static final int MOST = 500;

  private final SeriesQueries queries;
  private final Caller caller;

  public SeriesResource(
      KafkaStreams streams,
      ObjectMapper json,
      Caller caller,
      @ConfigProperty(name = "bellwether.trend.advertised") String advertised) {
    this.queries = new SeriesQueries(streams, HostInfo.buildFromEndpoint(advertised), json);
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Series with their latest values",
      description =
          "In the order of their names. Where an instance of the service does not answer, `partial` says so.")
  public RestResponse<SeriesPage> list(
      @Parameter(description = "Only this monitor's") @RestQuery String monitor,
      @Parameter(description = "Only this ad account's") @RestQuery String account,
      @Parameter(description = "mentions, negative-share, cpc, cpm, ctr, conversion-rate or spend")
          @RestQuery
          String series,
      @Parameter(description = "1 to 500") @RestQuery @DefaultValue("100") String limit,
      @Parameter(description = "`next` of the page before") @RestQuery String cursor,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    var workspace = caller.workspace();
    var filter =
        SeriesFilter.of(workspace, monitor, account, series, cursor, PageLimit.parse(limit, MOST));
    var page = queries.list(question(uri, headers), filter);
    return page.next() == null ? RestResponse.ok(page) : withLink(page, uri);
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "A series' values, and what was expected of them",
      description = "A time of which nothing is known is left out: that is not zero.")
  public SeriesPoints points(
      @RestPath String id,
      @Parameter(description = "Inclusive, ISO 8601 with offset") @RestQuery String from,
      @Parameter(description = "Exclusive, ISO 8601 with offset") @RestQuery String to,
      @Parameter(description = "5m (kept for 48 h) or 1h (for 5 weeks); of ad figures 1h or 1d")
          @RestQuery
          String step,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    var start = TimeParameter.parse("from", from);
    var end = TimeParameter.parse("to", to);
    TimeParameter.checkOrder(start, end);
    var span = new LocalSeries.Span(start, end, step);
    var key = key(id);
    return queries.one(
        question(uri, headers), key, SeriesPoints.class, view -> view.points(key, span));
  }

  @GET
  @Path("/{id}/forecast")
  @Operation(summary = "What the next 24 hours are expected to bring")
  public SeriesForecast forecast(
      @RestPath String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    var key = key(id);
    return queries.one(
        question(uri, headers), key, SeriesForecast.class, view -> view.forecast(key));
  }

  @GET
  @Path("/{id}/departures")
  @Operation(summary = "When a series left its habit, the newest first")
  public SeriesDepartures departures(
      @RestPath String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    var key = key(id);
    return queries.one(
        question(uri, headers), key, SeriesDepartures.class, view -> view.departures(key));
  }

  private SeriesKey key(String id) {
    return SeriesKey.ofId(caller.workspace(), id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no such series. GET /v1/series lists those that are there."));
  }

  private SeriesQueries.Question question(UriInfo uri, HttpHeaders headers) {
    return new SeriesQueries.Question(
        caller.workspace(),
        pathAndQuery(uri.getRequestUri()),
        headers.getHeaderString(HttpHeaders.AUTHORIZATION),
        headers.getHeaderString(Neighbour.PASSED_ON) != null);
  }

  private static RestResponse<SeriesPage> withLink(SeriesPage page, UriInfo uri) {
    var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
    // Path and query only: the address a client knows is the gateway's
    return RestResponse.ResponseBuilder.ok(page)
        .header("Link", "<" + pathAndQuery(next) + ">; rel=\"next\"")
        .build();
  }

  private static String pathAndQuery(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
