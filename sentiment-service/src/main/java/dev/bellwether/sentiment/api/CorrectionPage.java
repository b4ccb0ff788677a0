package dev.bellwether.sentiment.api;

import java.util.List;

/**
 * A page of corrections, newest first.
 *
 * @param next the cursor of the next page, or null after the last
 */
public record CorrectionPage(List<CorrectionView> corrections, String next) {}
