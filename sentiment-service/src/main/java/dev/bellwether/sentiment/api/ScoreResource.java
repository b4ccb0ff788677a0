package dev.bellwether.sentiment.api;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.targets.TargetScorer;
import dev.bellwether.sentiment.text.PostTokenizer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a text feels that is not a mention. */
@Path("/v1/sentiment/score")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class ScoreResource {

  private static final int MAX_TARGETS = 100;
  private static final int MAX_NAME = 200;

  private final SentimentScorer scorer;
  private final TargetScorer targets;

  public ScoreResource(SentimentScorer scorer, TargetScorer targets) {
    this.scorer = scorer;
    this.targets = targets;
  }

  // POST, because a text in a URL would end in access logs.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Scores a text without keeping it",
      description =
          "With the words that made the label, and the feeling about each of the targets that the text names."
              + " The label is unknown, without probabilities, where no model speaks the language.")
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
    var explained = scorer.explained(request.text(), language);
    return ScoreView.of(explained.scoring(), explained.words(), targets(request, language));
  }

  /** As a monitor that names them as its products. */
  private List<TargetSentiment> targets(ScoreRequest request, String language) {
    if (request.targets() == null) {
      return null;
    }
    if (request.targets().size() > MAX_TARGETS) {
      throw ProblemException.badRequest(
          "targets", "targets has more than " + MAX_TARGETS + " names.");
    }
    for (var name : request.targets()) {
      if (name == null || name.isBlank() || name.length() > MAX_NAME) {
        throw ProblemException.badRequest(
            "targets", "targets holds an empty name, or one of over " + MAX_NAME + " characters.");
      }
    }
    var products = request.targets().stream().map(name -> new Product(name, null)).toList();
    var monitor =
        new Monitor(
            Monitor.SCHEMA_VERSION,
            "",
            "",
            1,
            "",
            null,
            null,
            null,
            null,
            null,
            products,
            null,
            null,
            true);
    return targets.scoreOnce(request.text(), language, List.of(monitor)).stream()
        .map(
            found ->
                new TargetSentiment(found.name(), found.label(), found.confidence(), List.of()))
        .toList();
  }
}
