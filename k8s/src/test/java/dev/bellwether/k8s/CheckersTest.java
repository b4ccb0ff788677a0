package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks themselves, on mistakes planted here. */
class CheckersTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a}
      spec:
        replicas: 1
        selector: {matchLabels: {app: a}}
        template:
          metadata: {labels: {app: a}}
          spec:
            automountServiceAccountToken: false
            containers:
              - name: a
                image: x/a:1
                env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]
                ports: [{name: http, containerPort: 8080}]
                livenessProbe: {httpGet: {path: /q, port: http}}
                resources: {requests: {memory: 1Mi}, limits: {memory: 1Mi}}
                securityContext: {readOnlyRootFilesystem: true, allowPrivilegeEscalation: false}
                volumeMounts: [{name: tmp, mountPath: /tmp}]
            volumes: [{name: tmp, emptyDir: {}}]
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: a}
      spec: {selector: {app: a}, ports: [{name: http, port: 80, targetPort: http}]}
      """;

  @Test
  void rightManifestsPass() {
    assertEquals(List.of(), problems(DEPLOYMENT + "---\n" + SERVICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicas: 1                        | replicsa: 1                  | replicsa
          replicas: 1                        | replicas: one                | one
          containerPort: 8080                | containrPort: 8080           | containrPort
          apiVersion: apps/v1                | apiVersion: app/v1           | app/v1 Deployment
          {name: http, containerPort: 8080}  | {name: http}                 | containerPort
          labels: {app: a}                   | labels: {app: b}             | its selector does not match
          matchLabels: {app: a}              | matchLabels: {app: a, app.kubernetes.io/version: v} | has the version
          image: x/a:1                       | image: x/a                   | has no version
          image: x/a:1                       | image: x/a:latest            | has no version
          name: s, key: k                    | name: other, key: k          | nobody makes the Secret
          port: http}}                       | port: https}}                | a probe asks at port https
          targetPort: http                   | targetPort: 8081             | has no port 8081
          selector: {app: a}, ports          | selector: {app: c}, ports    | matches 0 workloads
          automountServiceAccountToken: false | hostNetwork: false          | token for the API server
          limits: {memory: 1Mi}              | limits: {cpu: 1}             | no memory
          readOnlyRootFilesystem: true       | readOnlyRootFilesystem: false | may write its image
          [{name: tmp, mountPath             | [{name: temp, mountPath      | there is no volume temp
          """)
  void aPlantedMistakeIsNamed(String right, String wrong, String said) {
    var yaml = DEPLOYMENT + "---\n" + SERVICE;
    assertTrue(yaml.contains(right), "plants nothing: " + right);
    var found = problems(yaml.replace(right, wrong));
    assertTrue(found.stream().anyMatch(line -> line.contains(said)), found::toString);
  }

  private static List<String> problems(String yaml) {
    var manifests = Manifest.parse(yaml);
    var problems = new ArrayList<>(new CrossCheck(manifests, Set.of("s")).problems());
    manifests.forEach(manifest -> StrictCheck.problem(manifest).ifPresent(problems::add));
    return problems;
  }
}
