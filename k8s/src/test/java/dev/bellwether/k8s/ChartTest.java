package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart as operators use it, with the least they must say and with all they can. */
class ChartTest {

  record Given(String name, String values, Set<String> secrets) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Given> given() {
    return Stream.of(
        new Given("minimal", Chart.MINIMAL, Set.of("postgres-login")),
        new Given(
            "everything",
            Chart.EVERYTHING,
            Set.of(
                "kafka-login",
                "kafka-ca",
                "pg-ca",
                "pg-ingest",
                "pg-sentiment",
                "pg-trend",
                "pg-optimizer",
                "pg-gateway",
                "our-identity",
                "our-pseudonyms",
                "our-key",
                "our-alert-key",
                "smtp-login",
                "connector-secret")),
        new Given(
            "another service account, no policies, no topics",
            Chart.MINIMAL
                + """
                serviceAccount: {create: false, name: there}
                networkPolicy: {enabled: false}
                podDisruptionBudget: {enabled: false}
                topologySpread: {enabled: false}
                podSecurityContext: {runAsUser: null, runAsGroup: null, fsGroup: null}
                """,
            Set.of("postgres-login", "there")));
  }

  @ParameterizedTest
  @MethodSource("given")
  void everyManifestIsAsKubernetesHasIt(Given given) {
    var manifests = Chart.OURS.render(given.values());
    assertNothing(manifests.stream().map(StrictCheck::problem).flatMap(Optional::stream).toList());
    assertTrue(manifests.size() >= 10, () -> manifests.size() + " manifests");
  }

  @ParameterizedTest
  @MethodSource("given")
  void theManifestsFitOneAnother(Given given) {
    assertNothing(new CrossCheck(Chart.OURS.render(given.values()), given.secrets()).problems());
  }

  @Test
  void helmItselfFindsNothingToSay(@TempDir Path scratch) throws IOException {
    var result = Chart.OURS.lint(Chart.MINIMAL, scratch);
    assertFalse(result.isFailed(), () -> result.getMessages().toString());
  }

  @Test
  void allFiveServicesRunAndTrendKeepsItsState() {
    var manifests = Chart.OURS.render(Chart.MINIMAL);
    assertEquals(
        Arrays.stream(Chart.Service.values())
            .map(
                service ->
                    (service == Chart.Service.TREND ? "StatefulSet" : "Deployment")
                        + " brand-bellwether-"
                        + service.component)
            .collect(Collectors.toSet()),
        manifests.stream()
            .filter(manifest -> manifest.isWorkload() && !manifest.kind().equals("Job"))
            .map(Manifest::what)
            .collect(Collectors.toSet()));
    var trend = find(manifests, "StatefulSet brand-bellwether-trend");
    assertEquals("state", trend.spec().at("/volumeClaimTemplates/0/metadata/name").asText());
  }

  @Test
  void podsOfTrendMayAskOneAnotherAndNoOtherServiceMay() {
    var manifests = Chart.OURS.render(Chart.EVERYTHING);
    for (var service : List.of("ingest", "sentiment", "trend", "optimizer")) {
      var from =
          find(manifests, "NetworkPolicy brand-bellwether-" + service)
              .spec()
              .at("/ingress/0/from")
              .toString();
      assertEquals(service.equals("trend"), from.contains("\"trend\""), from);
      assertTrue(from.contains("\"gateway\""), from);
    }
  }

  @Test
  void onlyTheGatewayHoldsTheKeyThatSigns() {
    for (Manifest workload : Chart.OURS.render(Chart.MINIMAL)) {
      if (workload.isWorkload()) {
        assertEquals(
            workload.name().endsWith("-gateway"),
            workload.pod().toString().contains("private.pem"),
            workload.what());
      }
    }
  }

  @Test
  void onlyTheGatewayIsReachedFromOutside() {
    var manifests = Chart.OURS.render(Chart.EVERYTHING);
    assertEquals(
        List.of("brand-bellwether-gateway"),
        manifests.stream()
            .filter(manifest -> manifest.kind().equals("Service"))
            .filter(service -> !service.spec().path("type").asText().equals("ClusterIP"))
            .map(Manifest::name)
            .toList());
    var ingress = manifests.stream().filter(m -> m.kind().equals("Ingress")).toList();
    assertEquals(1, ingress.size());
    assertEquals(
        "brand-bellwether-gateway",
        ingress.getFirst().spec().at("/rules/0/http/paths/0/backend/service/name").asText());
  }

  @Test
  void theTopicsAreMadeBeforeTheServices() {
    var job = find(Chart.OURS.render(Chart.MINIMAL), "Job brand-bellwether-topics");
    assertEquals(
        "pre-install,pre-upgrade",
        job.json().at("/metadata/annotations").path(Chart.HOOK).asText());
  }

  @Test
  void everyServiceHasASchemaOfItsOwn() {
    var manifests = Chart.OURS.render(Chart.EVERYTHING);
    for (var service : Chart.Service.values()) {
      if (service != Chart.Service.TREND) {
        assertEquals(
            "jdbc:postgresql://postgres.example:6432/marketing?currentSchema="
                + service.component
                + "&sslmode=verify-full&ApplicationName=bellwether&sslrootcert=/etc/bellwether/postgres/ca.crt",
            find(manifests, "Deployment brand-bellwether-" + service.component)
                .environment()
                .get("QUARKUS_DATASOURCE_JDBC_URL")
                .path("value")
                .asText());
      }
    }
  }

  @Test
  void theDatabasesCertificateIsHeldToTheCaThatIsGiven() {
    var manifests = Chart.OURS.render(Chart.EVERYTHING);
    for (var service : Chart.Service.values()) {
      if (service != Chart.Service.TREND) {
        var pod = find(manifests, "Deployment brand-bellwether-" + service.component).pod();
        assertEquals(
            "/etc/bellwether/postgres",
            named(pod.at("/containers/0/volumeMounts"), "postgres-ca").path("mountPath").asText());
        var secret = named(pod.path("volumes"), "postgres-ca").path("secret");
        assertEquals("pg-ca", secret.path("secretName").asText());
        assertEquals("root.pem", secret.at("/items/0/key").asText());
        assertEquals("ca.crt", secret.at("/items/0/path").asText());
      }
    }
  }

  @Test
  void phrasesHaveTheirModelsAndTheMemoryForThemOnlyWhereTheyAreSwitchedOn() {
    var on = find(Chart.OURS.render(Chart.EVERYTHING), "Deployment brand-bellwether-sentiment");
    assertEquals(
        on.environment().get("BELLWETHER_PHRASES_MODELS").path("value").asText(),
        named(on.pod().at("/containers/0/volumeMounts"), "phrases").path("mountPath").asText());
    assertEquals(
        "phrase-models",
        named(on.pod().path("volumes"), "phrases").at("/persistentVolumeClaim/claimName").asText());
    assertEquals("2560Mi", on.pod().at("/containers/0/resources/limits/memory").asText());
    var off = find(Chart.OURS.render(Chart.MINIMAL), "Deployment brand-bellwether-sentiment");
    assertEquals("512Mi", off.pod().at("/containers/0/resources/limits/memory").asText());
    assertFalse(off.pod().toString().contains("phrases"));
  }

  @Test
  void ownModelsAreMountedWhereTheirVariableSaysOnlyWhereAClaimIsNamed() {
    var on = find(Chart.OURS.render(Chart.EVERYTHING), "Deployment brand-bellwether-sentiment");
    assertEquals(
        on.environment().get("BELLWETHER_MODELS_FOLDER").path("value").asText(),
        named(on.pod().at("/containers/0/volumeMounts"), "models").path("mountPath").asText());
    assertEquals(
        "own-models",
        named(on.pod().path("volumes"), "models").at("/persistentVolumeClaim/claimName").asText());
    var off = find(Chart.OURS.render(Chart.MINIMAL), "Deployment brand-bellwether-sentiment");
    assertFalse(off.pod().toString().contains("models"));
  }

  private static JsonNode named(JsonNode array, String name) {
    return Manifest.elements(array)
        .filter(element -> element.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Manifest find(List<Manifest> manifests, String what) {
    return manifests.stream().filter(m -> m.what().equals(what)).findFirst().orElseThrow();
  }

  private static void assertNothing(List<String> problems) {
    assertTrue(problems.isEmpty(), () -> "\n" + String.join("\n", problems));
  }
}
