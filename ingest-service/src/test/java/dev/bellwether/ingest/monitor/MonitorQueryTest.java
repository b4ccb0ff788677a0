package dev.bellwether.ingest.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.query.QuerySyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorQueryTest {

  private static Monitor monitor(String query, List<String> keywords, List<String> excluded) {
    return new Monitor(
        1, "w", "m", 1, "m", query, keywords, excluded, null, null, null, null, null, true);
  }

  @Test
  void aMonitorOfBeforeIsAskedByItsKeywords() throws QuerySyntaxException {
    Monitor before = monitor(null, List.of("acme", "Acme Corp"), List.of("roadrunner"));
    assertEquals("(acme OR \"acme corp\") AND NOT roadrunner", MonitorQuery.of(before).text());
  }

  @Test
  void aQueryGoesBeforeTheKeywordsItWasMadeOf() throws QuerySyntaxException {
    assertEquals("acme", MonitorQuery.of(monitor("acme", List.of("other"), List.of())).text());
  }
}
