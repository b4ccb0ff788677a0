package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.text.PostTokenizer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a text feels that is not a mention. */
@Path("/v1/sentiment/score")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class ScoreResource {

  private final SentimentScorer scorer;

  public ScoreResource(SentimentScorer scorer) {
    this.scorer = scorer;
  }

  // POST, because a text in a URL would end in access logs.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Scores a text without keeping it",
      description =
          "The label is unknown, without probabilities, where no model speaks the language.")
  public ScoreView score(ScoreRequest request) {
    if (request == null || request.text() == null) {
      throw ProblemException.badRequest(
          "text", "text is missing: send {\"text\": \"…\", \"language\": \"en\"}.");
    }
    if (request.text().length() > PostTokenizer.MAX_CHARACTERS) {
      throw ProblemException.badRequest(
          "text", "text must have at most " + PostTokenizer.MAX_CHARACTERS + " characters.");
    }
    var language = request.language() == null ? "en" : request.language();
    return ScoreView.of(scorer.score(request.text(), language));
  }
}
