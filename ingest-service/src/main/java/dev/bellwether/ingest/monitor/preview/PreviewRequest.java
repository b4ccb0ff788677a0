package dev.bellwether.ingest.monitor.preview;

import java.util.List;

/**
 * What a monitor would ask for.
 *
 * @param query or keywords, as of a monitor
 * @param from inclusive, or null for everything since the beginning
 * @param to exclusive, or null
 */
public record PreviewRequest(
    String query, List<String> keywords, List<String> excluded, String from, String to) {}
