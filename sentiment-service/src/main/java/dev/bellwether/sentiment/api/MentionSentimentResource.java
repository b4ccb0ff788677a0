package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.messaging.CorrectionPublisher;
import dev.bellwether.sentiment.storage.CorrectionQueries;
import dev.bellwether.sentiment.storage.KeptScore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How one mention feels, and a person's word on it. */
@Path("/v1/mentions/{id}/sentiment")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MentionSentimentResource {

  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Caller caller;
  private final CorrectionQueries queries;
  private final CorrectionPublisher publisher;
  private final InstantSource clock = InstantSource.system();

  public MentionSentimentResource(
      Caller caller, CorrectionQueries queries, CorrectionPublisher publisher) {
    this.caller = caller;
    this.queries = queries;
    this.publisher = publisher;
  }

  @GET
  @RolesAllowed(Scopes.SENTIMENT_READ)
  @Operation(
      summary = "How a mention feels, and why",
      description =
          "The label with the words that made it, what the mention feels about each brand it names, and what a person"
              + " said of it. What is not known is absent.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MentionSentimentView.class)))
  @APIResponse(
      responseCode = "404",
      description = "Sentiment knows no such mention, or it is erased")
  public MentionSentimentView get(String id) {
    return MentionSentimentView.of(id, known(id));
  }

  @PATCH
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @RolesAllowed(Scopes.SENTIMENT_WRITE)
  @Operation(
      summary = "Correct a mention's label",
      description =
          "Send {\"label\": \"positive\"}: a person's word wins over every model's, also after the post is edited, and is"
              + " kept for training. {\"label\": null} takes it back. Sent again it changes nothing but its time. The"
              + " mention's sentiment and all counts follow within moments.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MERGE_PATCH,
            schema = @Schema(implementation = CorrectionRequest.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = CorrectionRequest.class))
      })
  @APIResponse(
      responseCode = "202",
      description = "Kept; it shows within moments",
      content = @Content(schema = @Schema(implementation = AcceptedCorrection.class)))
  @APIResponse(
      responseCode = "404",
      description = "Sentiment knows no such mention, or it is erased")
  public RestResponse<AcceptedCorrection> correct(String id, JsonNode patch) {
    var label = CorrectionRequest.label(patch);
    var kept = known(id);
    var correction = correction(id, label.orElse(null), kept);
    if (label.isPresent()) {
      publisher.say(correction);
    } else {
      publisher.takeBack(correction.workspace(), id);
    }
    return RestResponse.status(
        RestResponse.Status.ACCEPTED, AcceptedCorrection.of(CorrectionView.of(correction)));
  }

  private Correction correction(String id, SentimentLabel label, KeptScore kept) {
    return new Correction(
        Correction.SCHEMA_VERSION,
        caller.workspace(),
        id,
        label,
        // as the database will keep it
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        caller.subject(),
        kept.modelLabel(),
        kept.model() == null ? null : kept.model().model());
  }

  private KeptScore known(String id) {
    return queries
        .score(caller.workspace(), id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "Sentiment knows no mention "
                        + id
                        + ": it is not scored yet, it has expired or it is erased."));
  }
}
