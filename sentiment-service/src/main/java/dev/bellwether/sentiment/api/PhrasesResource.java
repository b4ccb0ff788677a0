package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.phrases.PhraseDesk.Answer;
import dev.bellwether.sentiment.phrases.PhraseTrees;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Which part of a text carries which feeling. */
@Path("/v1/sentiment/phrases")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class PhrasesResource {

  private static final Logger LOG = Logger.getLogger(PhrasesResource.class);

  /** Ten times a post of the longest: what is not read of it, the answer says. */
  static final int MAX_CHARACTERS = 100_000;

  private static final String LANGUAGE = "en";
  private static final int SOON = 5;
  private static final int WHEN_LOADED = 15;

  private final OnDemandPhrases phrases;

  public PhrasesResource(OnDemandPhrases phrases) {
    this.phrases = phrases;
  }

  // POST, because a text in a URL would end in access logs.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Phrases of a text, each with its feeling, without keeping it",
      description =
          "A binary tree a sentence, in five classes, by CoreNLP's shift-reduce parser and recursive neural tensor network."
              + " English only. Off unless the operator has switched it on. At most 10,000 characters, 20 sentences and"
              + " 80 tokens of a sentence are read, 40 phrases inside one another shown; cut says what is left out."
              + " Few texts are read at once.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PhraseTrees.class)))
  @APIResponse(responseCode = "409", description = "Phrases are switched off")
  @APIResponse(responseCode = "422", description = "The text is not English")
  @APIResponse(
      responseCode = "503",
      description =
          "Other texts are being read, or this one takes too long: Retry-After says when to try again. Without it the models"
              + " are missing")
  public Response phrases(ScoreRequest request) throws InterruptedException {
    var desk = phrases.desk().orElseThrow(PhrasesResource::off);
    return switch (desk.read(english(request))) {
      case Answer.Trees(PhraseTrees trees) -> Response.ok(trees).build();
      case Answer.Busy _ ->
          later(SOON, "Busy", "Other texts are being read; few are at the same time. Try again.");
      case Answer.TooSlow(boolean loading) when loading ->
          later(WHEN_LOADED, "Loading", "The models are being loaded. Try again in a moment.");
      case Answer.TooSlow _ ->
          later(
              SOON, "Too slow", "The text could not be read in time. Try again, or a shorter one.");
      case Answer.NoModels(String reason) -> noModels(reason);
    };
  }

  private static String english(ScoreRequest request) {
    if (request == null || request.text() == null) {
      throw ProblemException.badRequest(
          "text", "text is missing: send {\"text\": \"…\", \"language\": \"en\"}.");
    }
    if (request.text().length() > MAX_CHARACTERS) {
      throw ProblemException.badRequest(
          "text", "text must have at most " + MAX_CHARACTERS + " characters.");
    }
    if (request.language() != null && !request.language().equals(LANGUAGE)) {
      throw new ProblemException(
          422,
          "No phrases in this language",
          "language must be en: there are models for phrases in English only.",
          "language");
    }
    return request.text();
  }

  private static ProblemException off() {
    return new ProblemException(
        409,
        "Phrases are off",
        "Phrases are switched off here. Whoever operates the suite switches them on: ./bellwether models phrases fetches"
            + " the models, ./bellwether up --phrases uses them (docs/phrases.md).",
        null);
  }

  private static Response noModels(String reason) {
    // the reason names files and memory of the machine: for the operator's log, not for callers
    LOG.errorf("phrases cannot be read: %s", reason);
    return new Problem(
            "about:blank",
            "No models for phrases",
            503,
            "Phrases are switched on, but their models cannot be used: the sentiment service's log says why.",
            null)
        .toResponse();
  }

  private static Response later(int seconds, String title, String detail) {
    return Response.fromResponse(new Problem("about:blank", title, 503, detail, null).toResponse())
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }
}
