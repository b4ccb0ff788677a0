package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the chart tells a service is what the service listens to. */
class EnvironmentTest {

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void everyVariableIsRead(Chart.Service service) throws IOException {
    var settings = ServiceSettings.of(service);
    var unread = new TreeSet<>(workload(service).environment().keySet());
    unread.removeIf(settings::reads);
    assertTrue(unread.isEmpty(), () -> service.module + " reads none of " + unread);
  }

  /**
   * The launcher's source names each variable in full; what it calls otherwise in Kubernetes is
   * {@code KAFKA_…}, one variable for each line of that file.
   */
  @Test
  void whatTheLauncherTellsTheServicesTheChartTellsThemToo() throws IOException {
    var source =
        Files.readString(
            Chart.ROOT.resolve(
                "local/src/main/java/dev/bellwether/local/suite/ServiceEnvironment.java"));
    var untold =
        Pattern.compile("\"((?:QUARKUS|KAFKA|BELLWETHER)_[A-Z_]+)\"")
            .matcher(source)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(untold.size() > 10, untold::toString);
    for (var service : Chart.Service.values()) {
      untold.removeAll(workload(service).environment().keySet());
    }
    assertEquals(Set.of("QUARKUS_CONFIG_LOCATIONS"), untold);
  }

  @Test
  void aVariableThatNobodyReadsWouldBeNoticed() throws IOException {
    var gateway = ServiceSettings.of(Chart.Service.GATEWAY);
    assertTrue(gateway.reads("BELLWETHER_UPSTREAM_TREND"));
    assertFalse(gateway.reads("BELLWETHER_UPSTREAM_TRENDS"));
    assertFalse(gateway.reads("BELLWETHER_PSEUDONYM_KEY"));
    assertFalse(gateway.reads("QUARKUS_DATASOURCE_JDBC_URLS"));
    assertFalse(gateway.reads("QUARKUS_DATASOURCE_DB_KIND"), "settled when it is built");
    assertFalse(gateway.reads("KAFKA_SASL_JAAS"));
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void itListensWhereItsPortAndItsProbesAre(Chart.Service service) {
    var workload = workload(service);
    var container = workload.pod().path("containers").path(0);
    assertEquals("0.0.0.0", value(workload, "QUARKUS_HTTP_HOST"));
    assertEquals(
        container.path("ports").path(0).path("containerPort").asText(),
        value(workload, "QUARKUS_HTTP_PORT"));
    if (service == Chart.Service.GATEWAY) {
      assertEquals(
          container.path("ports").path(1).path("containerPort").asText(),
          value(workload, "QUARKUS_MANAGEMENT_PORT"));
    }
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void itIsAskedForItsHealthWhereAndAsPatientlyAsInItsOwnManifest(Chart.Service service)
      throws IOException {
    var ours = workload(service).pod().path("containers").path(0);
    var quarkus =
        GeneratedManifests.of(service).stream()
            .filter(manifest -> manifest.kind().equals("Deployment"))
            .findFirst()
            .orElseThrow()
            .pod()
            .path("containers")
            .path(0);
    for (String probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
      assertEquals(
          quarkus.path(probe).path("httpGet").path("path").asText(),
          ours.path(probe).path("httpGet").path("path").asText(),
          probe);
      for (String number : new String[] {"periodSeconds", "timeoutSeconds", "failureThreshold"}) {
        assertTrue(ours.path(probe).path(number).isInt(), () -> probe + " has no " + number);
        assertEquals(
            quarkus.path(probe).path(number), ours.path(probe).path(number), probe + " " + number);
      }
      assertEquals("http", ours.path(probe).path("httpGet").path("port").asText(), probe);
    }
  }

  @Test
  void theGatewayFindsTheFourServicesByTheirNamesAndPorts() {
    var manifests = Chart.OURS.render(Chart.EVERYTHING);
    var gateway = workload(Chart.Service.GATEWAY);
    for (var upstream :
        Map.of(
                "INGEST",
                "ingest",
                "SENTIMENT",
                "sentiment",
                "TREND",
                "trend",
                "OPTIMIZER",
                "optimizer")
            .entrySet()) {
      var name = "brand-bellwether-" + upstream.getValue();
      var service =
          manifests.stream()
              .filter(manifest -> manifest.what().equals("Service " + name))
              .findFirst()
              .orElseThrow();
      assertEquals(
          "http://" + name + ":" + service.spec().at("/ports/0/port").asText(),
          value(gateway, "BELLWETHER_UPSTREAM_" + upstream.getKey()));
    }
  }

  private static String value(Manifest workload, String variable) {
    return workload.environment().get(variable).path("value").asText();
  }

  private static Manifest workload(Chart.Service service) {
    return Chart.OURS.render(Chart.EVERYTHING).stream()
        .filter(
            manifest -> manifest.isWorkload() && manifest.name().endsWith("-" + service.component))
        .findFirst()
        .orElseThrow();
  }
}
