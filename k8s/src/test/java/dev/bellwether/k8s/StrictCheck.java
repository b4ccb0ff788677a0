package dev.bellwether.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a manifest as Kubernetes' own schema has it: a misspelt field at any depth, a wrong type
 * and a missing required field are refused, and so is a kind that its apiVersion does not have.
 */
final class StrictCheck {

  private interface Reading {
    Object read(String json) throws IOException;
  }

  private static final Map<String, Reading> KINDS =
      Map.ofEntries(
          Map.entry("v1 Service", V1Service::fromJson),
          Map.entry("v1 ServiceAccount", V1ServiceAccount::fromJson),
          Map.entry("v1 Secret", V1Secret::fromJson),
          Map.entry("v1 ConfigMap", V1ConfigMap::fromJson),
          Map.entry("apps/v1 Deployment", V1Deployment::fromJson),
          Map.entry("apps/v1 StatefulSet", V1StatefulSet::fromJson),
          Map.entry("batch/v1 Job", V1Job::fromJson),
          Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::fromJson),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson),
          Map.entry("networking.k8s.io/v1 Ingress", V1Ingress::fromJson),
          Map.entry("rbac.authorization.k8s.io/v1 Role", V1Role::fromJson),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", V1RoleBinding::fromJson));

  /** Defined by an operator, not by Kubernetes: their schema is not here. */
  private static final Set<String> OTHERS = Set.of("monitoring.coreos.com/v1 PodMonitor");

  private StrictCheck() {}

  /** What is wrong with the manifest, in one line; empty where nothing is. */
  static Optional<String> problem(Manifest manifest) {
    JsonNode json = manifest.json();
    var type = json.path("apiVersion").asText() + " " + json.path("kind").asText();
    if (OTHERS.contains(type)) {
      return Optional.empty();
    }
    var reading = KINDS.get(type);
    if (reading == null) {
      return Optional.of(manifest.what() + ": Kubernetes has no " + type + " that we know");
    }
    try {
      reading.read(json.toString());
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(manifest.what() + ": " + e.getMessage());
    }
  }
}
