package dev.bellwether.ingest.erasure;

import dev.bellwether.kit.erasure.Remains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What ingest keeps after an erasure. */
@ApplicationScoped
public class Remaining implements Remains {

  @Override
  public List<String> sentences() {
    return List.of(
        "a keyed digest of each post's id, so that it cannot be imported again; the key is kept apart",
        "this receipt: when and how many, without whose",
        "on Kafka's disks what the nulls supersede, until it is compacted: 24 h after the next record of its partition",
        "the nulls themselves, whose keys are the posts' ids, for 7 days more");
  }
}
