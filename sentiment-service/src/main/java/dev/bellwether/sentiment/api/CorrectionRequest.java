package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person says of a mention: a merge patch (RFC 7396) of its sentiment, of which only the
 * label can be set.
 *
 * @param label null takes back what was said
 */
record CorrectionRequest(
    @Schema(
            required = true,
            nullable = true,
            enumeration = {"negative", "neutral", "positive"})
        String label) {

  private static final Map<String, SentimentLabel> LABELS =
      Map.of(
          "negative", SentimentLabel.NEGATIVE,
          "neutral", SentimentLabel.NEUTRAL,
          "positive", SentimentLabel.POSITIVE);

  /**
   * Reads it from the tree, since a record could not tell a null from nothing.
   *
   * @return empty where what was said is taken back
   * @throws ProblemException 400 naming the field at fault
   */
  static Optional<SentimentLabel> label(JsonNode patch) {
    if (!(patch instanceof ObjectNode object) || !object.has("label")) {
      throw ProblemException.badRequest(
          "label",
          "label is missing: send {\"label\": \"positive\"}, or {\"label\": null} to take back what was said.");
    }
    object
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("label")) {
                throw ProblemException.badRequest(
                    field.getKey(), "Only label can be set; leave out every other field.");
              }
            });
    var label = object.get("label");
    if (label.isNull()) {
      return Optional.empty();
    }
    var known = LABELS.get(label.isTextual() ? label.textValue() : "");
    if (known == null) {
      throw ProblemException.badRequest(
          "label",
          "label must be negative, neutral or positive, or null to take back what was said.");
    }
    return Optional.of(known);
  }
}
