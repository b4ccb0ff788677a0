{{/* What each service is told, by the names that the launcher uses too. A test holds each name against what the service reads. */}}

{{- define "bellwether.env.common" -}}
- name: QUARKUS_HTTP_HOST
  value: "0.0.0.0"
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: BELLWETHER_IDENTITY_PUBLIC_KEY
  value: /etc/bellwether/identity/public.pem
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage={{ .root.Values.maxRamPercentage }} -XX:+ExitOnOutOfMemoryError
# glibc would give every thread a heap of its own
- name: MALLOC_ARENA_MAX
  value: "2"
{{- end -}}

{{- define "bellwether.env.kafka" -}}
{{- with .root.Values.kafka -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ .bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ .securityProtocol }}
{{- if hasPrefix "SASL" .securityProtocol }}
- name: KAFKA_SASL_MECHANISM
  value: {{ .sasl.mechanism | quote }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ .sasl.existingSecret }}
      key: sasl.jaas.config
{{- end }}
{{- if .tls.caSecret }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/bellwether/kafka/ca.crt
{{- end }}
{{- end -}}
{{- end -}}

{{- define "bellwether.env.postgres" -}}
{{- with .root.Values.postgres -}}
{{- $secret := include "bellwether.postgresSecret" $ -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  {{- $parameters := compact (list (print "currentSchema=" $.service) .parameters (empty .tls.caSecret | ternary "" "sslrootcert=/etc/bellwether/postgres/ca.crt")) }}
  value: {{ printf "jdbc:postgresql://%s:%d/%s?%s" .host (int .port) .database (join "&" $parameters) | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: username
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: password
{{- end -}}
{{- end -}}

{{- define "bellwether.env.ingest" -}}
{{ include "bellwether.env.kafka" . }}
{{ include "bellwether.env.postgres" . }}
- name: BELLWETHER_PSEUDONYM_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "bellwether.pseudonymSecret" .root }}
      key: key
{{- with .root.Values.keep }}
{{- with .mentionDays }}
- name: BELLWETHER_RETENTION_DAYS
  value: {{ int . | quote }}
{{- end }}
- name: BELLWETHER_REJECTIONS_KEPT
  value: {{ int .rejectionDays }}D
{{- end }}
{{- end -}}

{{- define "bellwether.env.sentiment" -}}
{{ include "bellwether.env.kafka" . }}
{{ include "bellwether.env.postgres" . }}
{{- if .root.Values.sentiment.models.existingClaim }}
- name: BELLWETHER_MODELS_FOLDER
  value: /etc/bellwether/models
{{- end }}
{{- if .root.Values.sentiment.phrases.enabled }}
- name: BELLWETHER_PHRASES_ENABLED
  value: "true"
- name: BELLWETHER_PHRASES_MODELS
  value: /etc/bellwether/phrases
{{- end }}
{{- end -}}

{{- define "bellwether.env.trend" -}}
{{ include "bellwether.env.kafka" . }}
- name: BELLWETHER_STATE_DIR
  value: /var/lib/bellwether
# Where the other pods ask this one for the series it keeps
- name: BELLWETHER_TREND_ADVERTISED_HOST
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
{{- end -}}

{{- define "bellwether.env.optimizer" -}}
{{ include "bellwether.env.kafka" . }}
{{ include "bellwether.env.postgres" . }}
{{- end -}}

{{- define "bellwether.env.gateway" -}}
{{ include "bellwether.env.postgres" . }}
- name: QUARKUS_MANAGEMENT_HOST
  value: "0.0.0.0"
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
- name: BELLWETHER_IDENTITY_PRIVATE_KEY
  value: /etc/bellwether/identity/private.pem
- name: BELLWETHER_BOOTSTRAP_API_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "bellwether.apiKeySecret" .root }}
      key: key
- name: BELLWETHER_AUDIT_KEPT
  value: {{ int .root.Values.keep.auditDays }}D
{{- range list "ingest" "sentiment" "trend" "optimizer" }}
- name: BELLWETHER_UPSTREAM_{{ upper . }}
  value: http://{{ include "bellwether.serviceName" (dict "root" $.root "service" .) }}:8080
{{- end }}
{{- end -}}
