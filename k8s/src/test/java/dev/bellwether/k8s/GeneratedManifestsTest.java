package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manifests of a single service, for a developer who runs it beside others. */
class GeneratedManifestsTest {

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void theyAreAsKubernetesHasThem(Chart.Service service) throws IOException {
    assertEquals(
        List.of(),
        GeneratedManifests.of(service).stream()
            .map(StrictCheck::problem)
            .flatMap(Optional::stream)
            .toList());
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void theyAreNothingButTheServiceItself(Chart.Service service) throws IOException {
    assertEquals(
        Set.of("Service", "Deployment"),
        GeneratedManifests.of(service).stream().map(Manifest::kind).collect(Collectors.toSet()),
        "no CRD, no rights, no Job that somebody must wait for");
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void theyChangeOnlyWhenTheServiceDoes(Chart.Service service) throws IOException {
    var text = Files.readString(service.target().resolve("kubernetes/kubernetes.yml"));
    assertFalse(text.contains("build-timestamp"), text);
    assertFalse(text.contains("commit-id"), text);
    var deployment = deployment(service);
    assertEquals(
        Set.of("app.kubernetes.io/name", "app.kubernetes.io/part-of"),
        Manifest.strings(deployment.spec().path("selector").path("matchLabels")).keySet());
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void theyNameTheImageThatTheChartNames(Chart.Service service) throws IOException {
    var generated = image(deployment(service)).replaceFirst("^docker\\.io/", "");
    var chart =
        Chart.OURS.render(Chart.MINIMAL).stream()
            .filter(m -> m.isWorkload() && m.name().endsWith("-" + service.component))
            .findFirst()
            .orElseThrow();
    assertEquals(generated, image(chart));
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void theyListenToMoreThanTheirOwnPodAndHoldNoRoot(Chart.Service service) throws IOException {
    var deployment = deployment(service);
    assertEquals(
        "0.0.0.0", deployment.environment().get("QUARKUS_HTTP_HOST").path("value").asText());
    assertTrue(deployment.pod().path("securityContext").path("runAsNonRoot").asBoolean());
    assertEquals(
        Set.of("bellwether", "bellwether-identity", service.module),
        CrossCheck.references(deployment));
  }

  /** The gateway's other port is for metrics, and answers no probe. */
  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void theyAskForHealthAtTheOrdinaryPort(Chart.Service service) throws IOException {
    var container = deployment(service).pod().path("containers").path(0);
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      assertEquals(
          container.path("ports").findParents("name").stream()
              .filter(port -> port.path("name").asText().equals("http"))
              .map(port -> port.path("containerPort").asText())
              .toList(),
          List.of(container.path(probe).path("httpGet").path("port").asText()),
          probe);
    }
  }

  @ParameterizedTest
  @EnumSource(Chart.Service.class)
  void onlyTheGatewaysMountsTheKeyThatSigns(Chart.Service service) throws IOException {
    var pod = deployment(service).pod();
    var identity =
        Manifest.elements(pod.path("volumes"))
            .filter(volume -> volume.path("name").asText().equals("identity"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        service == Chart.Service.GATEWAY
            ? Set.of("private.pem", "public.pem")
            : Set.of("public.pem"),
        Manifest.elements(identity.path("secret").path("items"))
            .map(item -> item.path("path").asText())
            .collect(Collectors.toSet()),
        "without items the whole Secret is mounted");
  }

  @Test
  void theGatewaysMetricsAreReachedFromOutsideItsPod() throws IOException {
    assertEquals(
        "0.0.0.0",
        deployment(Chart.Service.GATEWAY)
            .environment()
            .get("QUARKUS_MANAGEMENT_HOST")
            .path("value")
            .asText());
  }

  private static String image(Manifest workload) {
    return workload.pod().path("containers").path(0).path("image").asText();
  }

  private static Manifest deployment(Chart.Service service) throws IOException {
    return GeneratedManifests.of(service).stream()
        .filter(manifest -> manifest.kind().equals("Deployment"))
        .findFirst()
        .orElseThrow();
  }
}
