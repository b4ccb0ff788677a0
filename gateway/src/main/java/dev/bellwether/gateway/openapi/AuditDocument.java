package dev.bellwether.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway answers itself under {@code /v1}: it has no OpenAPI document of its own. */
final class AuditDocument {

  private static final String TEXT =
      """
      {"paths": {"/v1/audit": {"get": {
        "tags": ["Audit"], "operationId": "audit",
        "summary": "Who has seen and done what, newest first",
        "description": "An entry a request. Follow next (also in the Link header) for the following page; format=ndjson gives everything, an entry a line.",
        "security": [{"gateway": ["audit:read"]}],
        "parameters": [
          {"name": "from", "in": "query", "description": "Inclusive", "schema": {"type": "string", "format": "date-time"}},
          {"name": "to", "in": "query", "description": "Exclusive", "schema": {"type": "string", "format": "date-time"}},
          {"name": "key", "in": "query", "description": "Id of an API key", "schema": {"type": "string"}},
          {"name": "method", "in": "query", "schema": {"type": "string"}},
          {"name": "route", "in": "query", "description": "Such as /v1/mentions/{id}", "schema": {"type": "string"}},
          {"name": "status", "in": "query", "schema": {"type": "integer"}},
          {"name": "mention", "in": "query", "description": "Requests for this mention alone", "schema": {"type": "string"}},
          {"name": "author", "in": "query", "description": "Requests for this author alone", "schema": {"type": "string"}},
          {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}},
          {"name": "cursor", "in": "query", "schema": {"type": "string"}},
          {"name": "format", "in": "query", "schema": {"type": "string", "enum": ["json", "ndjson"], "default": "json"}}
        ],
        "responses": {
          "200": {"description": "Entries", "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/AuditPage"}},
            "application/x-ndjson": {"schema": {"$ref": "#/components/schemas/AuditEntry"}}}},
          "400": {"description": "A parameter does not read"},
          "403": {"description": "The key lacks the scope audit:read"}
        }}}},
       "schemas": {
        "AuditPage": {"type": "object", "properties": {
          "entries": {"type": "array", "items": {"$ref": "#/components/schemas/AuditEntry"}},
          "next": {"type": ["string", "null"], "description": "The cursor of the next page"}}},
        "AuditEntry": {"type": "object", "properties": {
          "id": {"type": "integer", "format": "int64"},
          "at": {"type": "string", "format": "date-time"},
          "keyId": {"type": "string"},
          "keyName": {"type": "string"},
          "method": {"type": "string"},
          "route": {"type": "string"},
          "subject": {"type": "string", "description": "Keyed digest of the one mention or author that was asked for"},
          "parameters": {"type": "array", "items": {"type": "string"}, "description": "Names; of harmless ones with their value"},
          "status": {"type": "integer", "description": "499 when the caller had gone before there was an answer"},
          "requestId": {"type": "string"},
          "bytesIn": {"type": "integer", "format": "int64"},
          "bytesOut": {"type": "integer", "format": "int64"}}}}}
      """;

  private AuditDocument() {}

  /** Adds the gateway's own paths and schemas to those of the services. */
  static void addTo(ObjectNode paths, ObjectNode components) {
    try {
      var own = (ObjectNode) new ObjectMapper().readTree(TEXT);
      paths.setAll((ObjectNode) own.get("paths"));
      components.withObjectProperty("schemas").setAll((ObjectNode) own.get("schemas"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document's own text is JSON", e);
    }
  }
}
