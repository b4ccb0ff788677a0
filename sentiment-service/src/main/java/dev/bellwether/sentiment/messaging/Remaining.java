package dev.bellwether.sentiment.messaging;

import dev.bellwether.kit.erasure.Remains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What sentiment keeps after an erasure: the counts have been taken back, and the correction's row
 * has gone with its null, which the acknowledgement waits for.
 */
@ApplicationScoped
public class Remaining implements Remains {

  @Override
  public List<String> sentences() {
    return List.of("counts of other posts by hour and by minute, without ids, authors or texts");
  }
}
