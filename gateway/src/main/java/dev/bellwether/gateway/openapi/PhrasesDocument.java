package dev.bellwether.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway composes of two services' answers: neither describes it. */
final class PhrasesDocument {

  private static final String TEXT =
      """
      {"/v1/mentions/{id}/phrases": {"get": {
        "tags": ["Sentiment"], "operationId": "mentionPhrases",
        "summary": "Which part of a mention carries which feeling",
        "description": "The mention's text as the archive has it, read as POST /v1/sentiment/phrases reads one. Off unless the operator has switched it on. English only.",
        "security": [{"gateway": ["mentions:read", "sentiment:read"]}],
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "responses": {
          "200": {"description": "Phrases", "content": {"application/json": {"schema": {
            "type": "object", "properties": {
              "mention": {"type": "string"},
              "revision": {"type": "integer", "format": "int64", "description": "Of the mention, whose words were read"},
              "phrases": {"type": "object", "description": "As POST /v1/sentiment/phrases answers"}}}}}},
          "403": {"description": "The key lacks mentions:read or sentiment:read"},
          "404": {"description": "The archive has no such mention"},
          "409": {"description": "Phrases are switched off"},
          "422": {"description": "The mention is not in English"},
          "503": {"description": "Other texts are being read, or a service is away: Retry-After says when to try again"}
        }}}}
      """;

  private PhrasesDocument() {}

  /** Adds its path to those of the services. */
  static void addTo(ObjectNode paths) {
    try {
      paths.setAll((ObjectNode) new ObjectMapper().readTree(TEXT));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document's own text is JSON", e);
    }
  }
}
