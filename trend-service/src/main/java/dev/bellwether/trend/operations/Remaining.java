package dev.bellwether.trend.operations;

import dev.bellwether.kit.erasure.Remains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What trend keeps after an erasure. */
@ApplicationScoped
public class Remaining implements Remains {

  @Override
  public List<String> sentences() {
    return List.of(
        "how often terms are used, by fingerprint of the term, fading with time; no texts, authors or ids",
        "names and figures of trends, whose terms several authors used",
        "on disk what was removed from state and its changelogs, until it is compacted: 24 h after the next record");
  }
}
