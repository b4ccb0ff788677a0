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
{{ include "bellwether.env.postgres" . }}
- name: BELLWETHER_STATE_DIR
  value: /var/lib/bellwether
# A copy of the state elsewhere: whose pod goes, another goes on at once
- name: BELLWETHER_TREND_STANDBYS
  value: {{ gt (int .root.Values.trend.replicas) 1 | ternary "1" "0" | quote }}
- name: BELLWETHER_ALERTING_KEPT
  value: {{ int .root.Values.keep.alertDays }}D
{{- with .root.Values.alerting }}
{{- with .secretKey.existingSecret }}
- name: BELLWETHER_ALERTING_SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ . }}
      key: key
{{- end }}
{{- with .publicUrl }}
- name: BELLWETHER_PUBLIC_URL
  value: {{ . | quote }}
{{- end }}
{{- with .allowedNetworks }}
- name: BELLWETHER_ALERTING_ALLOWED_NETWORKS
  value: {{ join "," . | quote }}
{{- end }}
{{- with .smtp }}
{{- if .host }}
- name: QUARKUS_MAILER_HOST
  value: {{ .host | quote }}
- name: QUARKUS_MAILER_PORT
  value: {{ int .port | quote }}
- name: QUARKUS_MAILER_FROM
  value: {{ .from | quote }}
- name: QUARKUS_MAILER_TLS
  value: {{ eq .tls "implicit" | quote }}
- name: QUARKUS_MAILER_START_TLS
  value: {{ get (dict "required" "REQUIRED" "implicit" "DISABLED" "none" "DISABLED") .tls }}
{{- with .existingSecret }}
- name: QUARKUS_MAILER_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ . }}
      key: username
- name: QUARKUS_MAILER_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ . }}
      key: password
{{- end }}
{{- end }}
{{- end }}
{{- end }}
# Where the other pods ask this one for the series it keeps
- name: BELLWETHER_TREND_ADVERTISED_HOST
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
{{- end -}}

{{- define "bellwether.env.optimizer" -}}
{{ include "bellwether.env.kafka" . }}
{{ include "bellwether.env.postgres" . }}
{{- with .root.Values.plans }}
{{- if .existingClaim }}
- name: BELLWETHER_PLANS_FOLDER
  value: /var/lib/bellwether/plans
{{- end }}
{{- if .connector.url }}
- name: BELLWETHER_PLANS_CONNECTOR_URL
  value: {{ .connector.url | quote }}
- name: BELLWETHER_PLANS_CONNECTOR_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .connector.existingSecret }}
      key: secret
{{- end }}
{{- end }}
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
