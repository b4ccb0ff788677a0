package dev.bellwether.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Base URLs of the services, such as {@code http://127.0.0.1:8081}; a path in them is ignored. */
@ConfigMapping(prefix = "bellwether.upstream")
public interface UpstreamAddresses {

  URI ingest();

  URI sentiment();

  URI trend();

  URI optimizer();

  default URI of(Upstream upstream) {
    return switch (upstream) {
      case INGEST -> ingest();
      case SENTIMENT -> sentiment();
      case TREND -> trend();
      case OPTIMIZER -> optimizer();
    };
  }
}
