package dev.bellwether.local.bench;

import java.time.Duration;

/**
 * One round of the ingest benchmark.
 *
 * @param monitors how many were active
 * @param posts how many were accepted; all that were sent
 * @param cpu of the service's process
 * @param elapsed from the first request to the last answer
 */
record IngestFigures(int monitors, int posts, Duration cpu, Duration elapsed) {

  double postsPerSecondPerCore() {
    return posts / seconds(cpu);
  }

  double microsPerPost() {
    return seconds(cpu) * 1e6 / posts;
  }

  double postsPerSecond() {
    return posts / seconds(elapsed);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
