package dev.bellwether.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What quarkus-kubernetes has written beside each service when it was packaged. */
final class GeneratedManifests {

  private GeneratedManifests() {}

  static List<Manifest> of(Chart.Service service) throws IOException {
    var file = service.target().resolve("kubernetes/kubernetes.yml");
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is missing: run `mvn verify` over the whole tree");
    }
    return Manifest.parse(Files.readString(file));
  }
}
