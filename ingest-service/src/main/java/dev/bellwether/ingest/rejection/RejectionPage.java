package dev.bellwether.ingest.rejection;

import java.util.List;

/**
 * A page of rejections, newest first.
 *
 * @param next the cursor of the next page, or null after the last
 */
public record RejectionPage(List<Rejection> rejections, String next) {}
