package dev.bellwether.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What no schema can say: that the manifests of one release fit one another.
 *
 * @param given names of Secrets and ConfigMaps that somebody else makes
 */
record CrossCheck(List<Manifest> manifests, Set<String> given) {

  List<String> problems() {
    var problems = new ArrayList<String>();
    names(problems);
    workloads().forEach(workload -> workload(workload, problems));
    of("Service").forEach(service -> service(service, problems));
    of("NetworkPolicy").forEach(policy -> policy(policy, problems));
    of("PodDisruptionBudget")
        .forEach(budget -> matchesSome(budget, budget.spec().path("selector"), problems));
    of("PodMonitor")
        .forEach(monitor -> matchesSome(monitor, monitor.spec().path("selector"), problems));
    of("HorizontalPodAutoscaler").forEach(scaler -> scaler(scaler, problems));
    of("Ingress").forEach(ingress -> ingress(ingress, problems));
    return problems;
  }

  private void names(List<String> problems) {
    var seen = new HashSet<String>();
    for (Manifest manifest : manifests) {
      if (!seen.add(manifest.what())) {
        problems.add(manifest.what() + " stands there twice");
      }
      if (!manifest.name().matches("[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?")) {
        problems.add(manifest.what() + ": no name that Kubernetes takes");
      }
    }
  }

  private void workload(Manifest workload, List<String> problems) {
    if (!workload.kind().equals("Job")
        && !workload
            .podLabels()
            .entrySet()
            .containsAll(labels(workload.spec().path("selector")).entrySet())) {
      problems.add(workload.what() + ": its selector does not match its own pods");
    }
    if (labels(workload.spec().path("selector")).containsKey("app.kubernetes.io/version")) {
      problems.add(workload.what() + ": its selector has the version, so it cannot be upgraded");
    }
    if (workload.pod().path("automountServiceAccountToken").asBoolean(true)) {
      problems.add(workload.what() + ": its pods get a token for the API server");
    }
    references(workload).stream()
        .filter(reference -> !given.contains(reference) && !made(reference))
        .forEach(
            reference ->
                problems.add(
                    workload.what() + ": nobody makes the Secret or ConfigMap " + reference));
    account(workload, problems);
    workload.containers().forEach(container -> container(workload, container, problems));
  }

  private void account(Manifest workload, List<String> problems) {
    var account = workload.pod().path("serviceAccountName").asText();
    boolean isHook = workload.json().path("metadata").path("annotations").has(Chart.HOOK);
    if (isHook && !account.isEmpty()) {
      problems.add(workload.what() + ": a hook runs before its ServiceAccount is there");
    }
    if (!account.isEmpty()
        && !given.contains(account)
        && of("ServiceAccount").noneMatch(made -> made.name().equals(account))) {
      problems.add(workload.what() + ": there is no ServiceAccount " + account);
    }
  }

  private void container(Manifest workload, JsonNode container, List<String> problems) {
    var what = workload.what() + ", container " + container.path("name").asText();
    var image = container.path("image").asText();
    if (!image.matches(".+:[^:/]+") || image.endsWith(":latest")) {
      problems.add(what + ": the image " + image + " has no version");
    }
    var resources = container.path("resources");
    if (!resources.path("requests").has("memory") || !resources.path("limits").has("memory")) {
      problems.add(what + ": no memory is requested or none is the limit");
    }
    var security = container.path("securityContext");
    if (!security.path("readOnlyRootFilesystem").asBoolean()
        || security.path("allowPrivilegeEscalation").asBoolean(true)) {
      problems.add(what + ": it may write its image or gain rights");
    }
    var volumes = names(workload.pod().path("volumes"));
    volumes.addAll(
        Manifest.elements(workload.spec().path("volumeClaimTemplates"))
            .map(claim -> claim.path("metadata").path("name").asText())
            .toList());
    Manifest.elements(container.path("volumeMounts"))
        .map(mount -> mount.path("name").asText())
        .filter(volume -> !volumes.contains(volume))
        .forEach(volume -> problems.add(what + ": there is no volume " + volume));
    Stream.of("startupProbe", "livenessProbe", "readinessProbe")
        .map(container::path)
        .filter(probe -> !probe.isMissingNode())
        .map(probe -> probe.path("httpGet").path("port").asText())
        .filter(port -> !ports(workload).contains(port))
        .forEach(port -> problems.add(what + ": a probe asks at port " + port));
    twice(container.path("env"))
        .forEach(name -> problems.add(what + ": " + name + " is set twice"));
  }

  private void service(Manifest service, List<String> problems) {
    var selected = selected(Manifest.strings(service.spec().path("selector")));
    if (selected.size() != 1) {
      problems.add(service.what() + ": its selector matches " + selected.size() + " workloads");
    }
    for (Manifest workload : selected) {
      Manifest.elements(service.spec().path("ports"))
          .map(port -> port.path("targetPort").asText())
          .filter(target -> !ports(workload).contains(target))
          .forEach(
              target ->
                  problems.add(service.what() + ": " + workload.what() + " has no port " + target));
    }
  }

  private void policy(Manifest policy, List<String> problems) {
    var selected = matchesSome(policy, policy.spec().path("podSelector"), problems);
    for (JsonNode rule : policy.spec().path("ingress")) {
      Manifest.elements(rule.path("ports"))
          .map(port -> port.path("port").asText())
          .filter(port -> selected.stream().noneMatch(workload -> ports(workload).contains(port)))
          .forEach(
              port -> problems.add(policy.what() + ": opens port " + port + ", which nobody has"));
      Manifest.elements(rule.path("from"))
          .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
          .forEach(peer -> matchesSome(policy, peer.path("podSelector"), problems));
    }
  }

  private void scaler(Manifest scaler, List<String> problems) {
    var target = scaler.spec().path("scaleTargetRef");
    var what = target.path("kind").asText() + " " + target.path("name").asText();
    var found = workloads().filter(workload -> workload.what().equals(what)).findFirst();
    if (found.isEmpty()) {
      problems.add(scaler.what() + ": there is no " + what);
    } else if (found.get().spec().has("replicas")) {
      problems.add(scaler.what() + ": " + what + " has replicas of its own, which would undo it");
    }
  }

  private void ingress(Manifest ingress, List<String> problems) {
    ingress.spec().findValues("service").stream()
        .map(backend -> backend.path("name").asText())
        .filter(name -> of("Service").noneMatch(service -> service.name().equals(name)))
        .forEach(name -> problems.add(ingress.what() + ": there is no Service " + name));
  }

  private List<Manifest> matchesSome(Manifest of, JsonNode selector, List<String> problems) {
    var selected = selected(labels(selector));
    if (selected.isEmpty()) {
      problems.add(of.what() + ": its selector matches nothing: " + selector);
    }
    return selected;
  }

  private List<Manifest> selected(Map<String, String> labels) {
    return workloads()
        .filter(workload -> workload.podLabels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  private static Map<String, String> labels(JsonNode selector) {
    return Manifest.strings(selector.path("matchLabels"));
  }

  private static Set<String> ports(Manifest workload) {
    return workload
        .containers()
        .flatMap(container -> Manifest.elements(container.path("ports")))
        .flatMap(port -> Stream.of(port.path("name").asText(), port.path("containerPort").asText()))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(JsonNode array) {
    return Manifest.elements(array)
        .map(element -> element.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> twice(JsonNode array) {
    var seen = new HashSet<String>();
    return Manifest.elements(array)
        .map(element -> element.path("name").asText())
        .filter(name -> !seen.add(name))
        .collect(Collectors.toSet());
  }

  /** Names of the Secrets and ConfigMaps that a workload's pods cannot start without. */
  static Set<String> references(Manifest workload) {
    var names = new TreeSet<String>();
    var pod = workload.pod();
    for (String field : List.of("secretKeyRef", "configMapKeyRef", "secretRef", "configMapRef")) {
      pod.findValues(field).forEach(reference -> names.add(reference.path("name").asText()));
    }
    Manifest.elements(pod.path("volumes"))
        .flatMap(
            volume ->
                Stream.of(
                    volume.path("secret").path("secretName").asText(),
                    volume.path("configMap").path("name").asText()))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  private boolean made(String name) {
    return Stream.concat(of("Secret"), of("ConfigMap")).anyMatch(it -> it.name().equals(name));
  }

  private Stream<Manifest> workloads() {
    return manifests.stream().filter(Manifest::isWorkload);
  }

  private Stream<Manifest> of(String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
  }
}
