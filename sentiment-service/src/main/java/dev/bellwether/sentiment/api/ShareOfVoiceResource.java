package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.sentiment.storage.Grain;
import dev.bellwether.sentiment.storage.VoiceQueries;
import dev.bellwether.sentiment.summary.ShareOfVoice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Share of voice. */
@Path("/v1/sentiment/share-of-voice")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class ShareOfVoiceResource {

  /** What is shared. */
  enum By {
    MENTIONS,
    AUTHORS,
    INTERACTIONS
  }

  private static final List<Grain> GRAINS = List.of(Grain.HOUR, Grain.DAY, Grain.TOTAL);

  private final Caller caller;
  private final VoiceQueries queries;

  public ShareOfVoiceResource(Caller caller, VoiceQueries queries) {
    this.caller = caller;
    this.queries = queries;
  }

  @GET
  @Operation(
      summary = "How much is said about each of some monitors",
      description =
          "Shares of the monitors that are named, together 100. A mention, or an author, of two of them counts for both."
              + " A monitor without mentions, or of an id that nothing has, has 0. shareInterval is Wilson's 95 %"
              + " interval; interactions have none, since a few posts bring most of them. from and to are widened to"
              + " whole hours; the answer says to which.")
  public ShareOfVoiceView shares(
      @Parameter(description = "2 to 20 ids, between commas or repeated", required = true)
          @RestQuery
          List<String> monitors,
      @Parameter(description = "ISO-8601 with offset, included") @RestQuery String from,
      @Parameter(description = "ISO-8601 with offset, excluded") @RestQuery String to,
      @Parameter(description = "total (default), day (UTC) or hour") @RestQuery String interval,
      @Parameter(description = "mentions (default), authors or interactions") @RestQuery
          String by) {
    var compared = Parameters.monitors(monitors);
    var grain = Parameters.interval(interval, Grain.TOTAL, GRAINS);
    var voice = OneOf.parse("by", by, By.MENTIONS, List.of(By.values()));
    var period = Period.parse(from, to, ChronoUnit.HOURS);
    var voices = voices(compared, period, grain, voice);
    boolean oneByOne = voice != By.INTERACTIONS;
    return new ShareOfVoiceView(
        OneOf.word(voice),
        OneOf.word(grain),
        period.from(),
        period.to(),
        shares(voices.get(Instant.MIN), oneByOne),
        voices.entrySet().stream()
            .filter(group -> !group.getKey().equals(Instant.MIN))
            .map(
                group ->
                    new ShareOfVoiceView.Bucket(group.getKey(), shares(group.getValue(), oneByOne)))
            .toList());
  }

  private SortedMap<Instant, SequencedMap<String, Long>> voices(
      List<String> monitors, Period period, Grain grain, By by) {
    var workspace = caller.workspace();
    var span = period.span();
    return switch (by) {
      case MENTIONS ->
          queries.counted(workspace, monitors, span, grain, VoiceQueries.Voice.MENTIONS);
      case INTERACTIONS ->
          queries.counted(workspace, monitors, span, grain, VoiceQueries.Voice.INTERACTIONS);
      case AUTHORS ->
          queries
              .authors(workspace, monitors, span, grain)
              .orElseThrow(() -> period.tooLong("Counting authors"));
    };
  }

  private static ShareOfVoiceView.Shares shares(
      SequencedMap<String, Long> voices, boolean oneByOne) {
    return ShareOfVoiceView.Shares.of(ShareOfVoice.of(voices, oneByOne));
  }
}
