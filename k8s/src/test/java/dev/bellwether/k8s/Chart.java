package dev.bellwether.k8s;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The chart in {@code k8s/chart}, rendered by Helm without a cluster. */
record Chart(Path folder) {

  static final Path ROOT =
      Path.of(System.getProperty("bellwether.root", "..")).toAbsolutePath().normalize();

  static final Chart OURS = new Chart(ROOT.resolve("k8s/chart"));

  /** What a hook is marked with in the manifests that {@link #render} gives. */
  static final String HOOK = "test/hook";

  /** The services by their name in the chart and their folder in the source tree. */
  enum Service {
    GATEWAY("gateway", "gateway"),
    INGEST("ingest", "ingest-service"),
    SENTIMENT("sentiment", "sentiment-service"),
    TREND("trend", "trend-service"),
    OPTIMIZER("optimizer", "campaign-optimizer");

    final String component;
    final String module;

    Service(String component, String module) {
      this.component = component;
      this.module = module;
    }

    Path target() {
      return ROOT.resolve(module).resolve("target");
    }
  }

  /** The least that must be given. */
  static final String MINIMAL =
      """
      kafka:
        bootstrapServers: kafka:9092
      postgres:
        host: postgres
        credentials:
          existingSecret: postgres-login
      """;

  /** Everything that can be switched on, and every Secret given. */
  static final String EVERYTHING =
      """
      image:
        registry: images.example/team
        tag: 1.2.3
        pullPolicy: Always
        pullSecrets: [pull]
      kafka:
        bootstrapServers: kafka-0.example:9093,kafka-1.example:9093
        securityProtocol: SASL_SSL
        sasl:
          mechanism: SCRAM-SHA-512
          existingSecret: kafka-login
        tls:
          caSecret: kafka-ca
        topics:
          replicationFactor: 3
      postgres:
        host: postgres.example
        port: 6432
        database: marketing
        parameters: sslmode=verify-full&ApplicationName=bellwether
        tls: {caSecret: pg-ca, caKey: root.pem}
        credentials:
          perService: {ingest: pg-ingest, sentiment: pg-sentiment, trend: pg-trend, optimizer: pg-optimizer, gateway: pg-gateway}
      identity: {existingSecret: our-identity}
      pseudonymKey: {existingSecret: our-pseudonyms}
      bootstrapApiKey: {existingSecret: our-key}
      keep: {mentionDays: 730, rejectionDays: 7, auditDays: 90, alertDays: 30}
      alerting:
        secretKey: {existingSecret: our-alert-key}
        publicUrl: https://bellwether.example
        allowedNetworks: [10.1.0.0/16]
        smtp: {host: smtp.example, from: alerts@bellwether.example, existingSecret: smtp-login}
      plans:
        existingClaim: plan-files
        connector: {url: "https://connector.example/plans", existingSecret: connector-secret}
      networkPolicy:
        gatewayFrom: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}]
        metricsFrom: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
      ingress:
        enabled: true
        className: nginx
        host: bellwether.example
        annotations: {nginx.ingress.kubernetes.io/proxy-body-size: 12m}
        tls: {secretName: bellwether-tls}
      podMonitor:
        enabled: true
        labels: {release: prometheus}
      gateway:
        autoscaling: {enabled: true}
        service: {type: LoadBalancer, port: 80, annotations: {a: b}}
      ingest:
        autoscaling: {enabled: true}
        env: {QUARKUS_LOG_LEVEL: DEBUG}
        podAnnotations: {a: b}
      sentiment:
        autoscaling: {enabled: true}
        nodeSelector: {disk: fast}
        models: {existingClaim: own-models}
        phrases: {enabled: true, existingClaim: phrase-models}
        tolerations: [{key: batch, operator: Exists, effect: NoSchedule}]
      trend:
        replicas: 2
        persistence: {enabled: false}
      optimizer:
        autoscaling: {enabled: true}
        affinity: {nodeAffinity: {}}
      """;

  /** As {@link #render(String, List)}, for a first install. */
  List<Manifest> render(String values) {
    return render(values, List.of());
  }

  /**
   * The manifests that Helm makes of these values, hooks included.
   *
   * @param there what the cluster holds already
   * @throws IllegalStateException with Helm's words when it refuses them
   */
  List<Manifest> render(String values, List<Manifest> there) {
    try (var _ = Cluster.holding(there)) {
      var file = Files.createTempFile("values", ".yaml");
      try {
        Files.writeString(file, values);
        return Manifest.parse(
            new Helm(hooksShown().folder)
                .template()
                .withName("brand")
                .withNamespace(Cluster.NAMESPACE)
                .withKubeVersion("1.33.0")
                .withValuesFile(file)
                .call());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** helm-java renders no hooks: in this copy of the chart they are ordinary manifests. */
  private Chart hooksShown() throws IOException {
    var copy = new Chart(ROOT.resolve("k8s/target/chart-hooks-shown"));
    copyTo(copy.folder, text -> text.replace("helm.sh/hook:", HOOK + ":"));
    return copy;
  }

  private void copyTo(Path other, UnaryOperator<String> change) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var copy = other.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, change.apply(Files.readString(file)));
      }
    }
  }

  /** Helm's lint takes no values: it sees a copy of the chart with these as its defaults. */
  LintResult lint(String values, Path scratch) throws IOException {
    copyTo(scratch, UnaryOperator.identity());
    var defaults = scratch.resolve("values.yaml");
    Files.writeString(defaults, Manifest.merged(Files.readString(defaults), values));
    return new Helm(scratch).lint().strict().call();
  }
}
