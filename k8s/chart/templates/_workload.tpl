{{/* The pod of a service. (dict "root" $ "service" "ingest" "image" "ingest-service" "stateful" false) */}}
{{- define "bellwether.pod" -}}
{{- $root := .root -}}
{{- $own := index .root.Values .service -}}
{{- $phrases := dig "phrases" "enabled" false $own -}}
{{- $models := dig "models" "existingClaim" "" $own -}}
{{- $plans := eq .service "optimizer" | ternary .root.Values.plans.existingClaim "" -}}
metadata:
  labels:
    {{- include "bellwether.labels" . | nindent 4 }}
  annotations:
    # another key or password, another pod
    bellwether/secrets: {{ include "bellwether.secretsChecksum" . }}
    {{- with $own.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "bellwether.serviceAccount" $root }}
  automountServiceAccountToken: false
  # A Service named kafka would give us KAFKA_PORT, which the Kafka client would take for a setting.
  enableServiceLinks: false
  # preStop 5 s, requests in flight 10 s, then the batch at work 8 s or Streams' close 15 s, and the clients' own close
  terminationGracePeriodSeconds: 45
  {{- with $root.Values.podSecurityContext }}
  securityContext:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  {{- if $root.Values.topologySpread.enabled }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: {{ $root.Values.topologySpread.topologyKey }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "bellwether.selector" . | nindent 10 }}
  {{- end }}
  {{- with $own.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .service }}
      image: {{ include "bellwether.image" . }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      ports:
        - name: http
          containerPort: 8080
        {{- if eq .service "gateway" }}
        - name: management
          containerPort: 9000
        {{- end }}
      env:
        {{- include "bellwether.env.common" . | nindent 8 }}
        {{- include (print "bellwether.env." .service) . | nindent 8 }}
        {{- range $name, $value := mergeOverwrite (deepCopy $root.Values.env) $own.env }}
        - name: {{ $name }}
          value: {{ $value | quote }}
        {{- end }}
      # the numbers are those of service-kit's quarkus.kubernetes settings
      startupProbe:
        httpGet:
          path: /q/health/started
          port: http
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 60
      livenessProbe:
        httpGet:
          path: /q/health/live
          port: http
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 6
      readinessProbe:
        httpGet:
          path: /q/health/ready
          port: http
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 3
      lifecycle:
        preStop:
          # requests under way find us while the Service forgets us
          sleep:
            seconds: 5
      resources:
        {{- toYaml ($phrases | ternary (dig "phrases" "resources" dict $own) $own.resources) | nindent 8 }}
      securityContext:
        {{- include "bellwether.containerSecurity" . | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        - name: identity
          mountPath: /etc/bellwether/identity
          readOnly: true
        {{- if and $root.Values.kafka.tls.caSecret (ne .service "gateway") }}
        - name: kafka-ca
          mountPath: /etc/bellwether/kafka
          readOnly: true
        {{- end }}
        {{- if $root.Values.postgres.tls.caSecret }}
        - name: postgres-ca
          mountPath: /etc/bellwether/postgres
          readOnly: true
        {{- end }}
        {{- if $models }}
        - name: models
          mountPath: /etc/bellwether/models
          readOnly: true
        {{- end }}
        {{- if $phrases }}
        - name: phrases
          mountPath: /etc/bellwether/phrases
          readOnly: true
        {{- end }}
        {{- if .stateful }}
        - name: state
          mountPath: /var/lib/bellwether
        {{- end }}
        {{- if $plans }}
        - name: plans
          mountPath: /var/lib/bellwether/plans
        {{- end }}
  volumes:
    - name: tmp
      emptyDir: {}
    - name: identity
      secret:
        secretName: {{ include "bellwether.identitySecret" $root }}
        items:
          - key: public.pem
            path: public.pem
          {{- if eq .service "gateway" }}
          - key: private.pem
            path: private.pem
          {{- end }}
    {{- if and $root.Values.kafka.tls.caSecret (ne .service "gateway") }}
    - name: kafka-ca
      secret:
        secretName: {{ $root.Values.kafka.tls.caSecret }}
        items:
          - key: ca.crt
            path: ca.crt
    {{- end }}
    {{- if $root.Values.postgres.tls.caSecret }}
    - name: postgres-ca
      secret:
        secretName: {{ $root.Values.postgres.tls.caSecret }}
        items:
          - key: {{ $root.Values.postgres.tls.caKey }}
            path: ca.crt
    {{- end }}
    {{- if $models }}
    - name: models
      persistentVolumeClaim:
        claimName: {{ $models }}
        readOnly: true
    {{- end }}
    {{- if $phrases }}
    - name: phrases
      persistentVolumeClaim:
        claimName: {{ $own.phrases.existingClaim }}
        readOnly: true
    {{- end }}
    {{- if and .stateful (not $own.persistence.enabled) }}
    - name: state
      emptyDir: {}
    {{- end }}
    {{- if $plans }}
    - name: plans
      persistentVolumeClaim:
        claimName: {{ $plans }}
    {{- end }}
{{- end -}}

{{- define "bellwether.deployment" -}}
{{- $own := index .root.Values .service -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "bellwether.serviceName" . }}
  labels:
    {{- include "bellwether.labels" . | nindent 4 }}
spec:
  {{- if not $own.autoscaling.enabled }}
  replicas: {{ $own.replicas }}
  {{- end }}
  strategy:
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "bellwether.selector" . | nindent 6 }}
  template:
    {{- include "bellwether.pod" . | nindent 4 }}
{{- if $own.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "bellwether.serviceName" . }}
  labels:
    {{- include "bellwether.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "bellwether.serviceName" . }}
  minReplicas: {{ $own.autoscaling.minReplicas }}
  maxReplicas: {{ $own.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $own.autoscaling.targetCPUUtilizationPercentage }}
{{- end }}
{{- end -}}

{{/* What stands beside every workload: its Service and its disruption budget. */}}
{{- define "bellwether.beside" -}}
{{- $own := index .root.Values .service -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "bellwether.serviceName" . }}
  labels:
    {{- include "bellwether.labels" . | nindent 4 }}
  {{- with dig "service" "annotations" dict $own }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ dig "service" "type" "ClusterIP" $own }}
  selector:
    {{- include "bellwether.selector" . | nindent 4 }}
  ports:
    - name: http
      port: {{ dig "service" "port" 8080 $own }}
      targetPort: http
{{- if .root.Values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "bellwether.serviceName" . }}
  labels:
    {{- include "bellwether.labels" . | nindent 4 }}
spec:
  # so that a single replica does not keep a node from being drained
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "bellwether.selector" . | nindent 6 }}
{{- end }}
{{- end -}}
