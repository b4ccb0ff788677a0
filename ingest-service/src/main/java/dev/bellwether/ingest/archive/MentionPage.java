package dev.bellwether.ingest.archive;

import java.util.List;

/**
 * A page of mentions, newest first.
 *
 * @param next the cursor of the next page, or null after the last
 */
public record MentionPage(List<ArchivedMention> mentions, String next) {}
