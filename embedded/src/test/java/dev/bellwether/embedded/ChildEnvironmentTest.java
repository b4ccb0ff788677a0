package dev.bellwether.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {

  @Test
  void theLaunchersPasswordsAreNotInheritedAndTheRestIs() {
    var builder = new ProcessBuilder("true");
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "BELLWETHER_POSTGRES_PASSWORD", "secret",
                "BELLWETHER_JAVA_OPTS", "-Xmx1g",
                "OTHER_PASSWORD", "not ours"));
    assertEquals(
        Map.of("BELLWETHER_JAVA_OPTS", "-Xmx1g", "OTHER_PASSWORD", "not ours"),
        Map.copyOf(ChildEnvironment.clean(builder).environment()));
  }
}
