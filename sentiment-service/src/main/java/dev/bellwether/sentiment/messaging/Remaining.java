package dev.bellwether.sentiment.messaging;

import dev.bellwether.kit.erasure.Remains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What sentiment keeps after an erasure: the counts have been taken back. */
@ApplicationScoped
public class Remaining implements Remains {

  @Override
  public List<String> sentences() {
    return List.of("hourly counts of other posts, without ids, authors or texts");
  }
}
