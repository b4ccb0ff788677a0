package dev.bellwether.local.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A row as the file has it.
 *
 * @param line where it begins, from 1
 * @param values by {@link FieldMapping#normal(String) normal} column name; an absent value has no
 *     entry
 */
record RawRow(long line, Map<String, JsonNode> values) {}
