package dev.bellwether.local.bench;

import java.time.Duration;

/**
 * What a round through a running service cost.
 *
 * @param cpu of the service's process
 * @param elapsed from the first record sent to the last one done with
 */
record RoundCost(int posts, Duration cpu, Duration elapsed) {

  double postsPerSecondPerCore() {
    return posts * 1e9 / cpu.toNanos();
  }

  double postsPerSecond() {
    return posts * 1e9 / elapsed.toNanos();
  }
}
