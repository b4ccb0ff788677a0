package dev.bellwether.local.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The parts of the suite, in the order in which they are shown. Heaps are what each needs under the
 * demo's load, with room to spare; the whole stays under 2.5 GB resident (docs/benchmarks.md).
 */
public enum Component {
  BROKER(null, 192),
  DATABASE(null, 0),
  INGEST("ingest-service", 192),
  SENTIMENT("sentiment-service", 192),
  TREND("trend-service", 384),
  OPTIMIZER("campaign-optimizer", 128),
  GATEWAY("gateway", 128);

  private final String module;
  private final int heapMegabytes;

  Component(String module, int heapMegabytes) {
    this.module = module;
    this.heapMegabytes = heapMegabytes;
  }

  /** The five services, without broker and database. */
  public static List<Component> services() {
    return Arrays.stream(values()).filter(Component::isService).toList();
  }

  /** As a person writes it, and as its log is named. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isService() {
    return module != null;
  }

  /** The folder of a service's sources, and its Maven module; null for broker and database. */
  public String module() {
    return module;
  }

  /** Of its JVM; 0 for the database, which has none. */
  public int heapMegabytes() {
    return heapMegabytes;
  }

  /** The packaged service in the tree at {@code root}. */
  public Path jar(Path root) {
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
