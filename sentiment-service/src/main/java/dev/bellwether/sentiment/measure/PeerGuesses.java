package dev.bellwether.sentiment.measure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What another program guessed of the same rows, and what that cost it.
 *
 * @param guesses a class's position for each row of the file
 */
record PeerGuesses(
    List<Integer> guesses,
    double postsPerSecondPerCore,
    double p50Micros,
    double p99Micros,
    Double residentMegabytes,
    double loadMillis) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * @throws IOException when the file does not read, or holds not one guess a row
   */
  static PeerGuesses read(Path file, int rows) throws IOException {
    var peer = JSON.readValue(Files.readAllBytes(file), PeerGuesses.class);
    if (peer.guesses.size() != rows) {
      throw new IOException(
          "%s holds %d guesses for %d rows".formatted(file, peer.guesses.size(), rows));
    }
    return peer;
  }

  Figures.Cost cost() {
    return new Figures.Cost(
        postsPerSecondPerCore, null, p50Micros, p99Micros, residentMegabytes, loadMillis);
  }
}
