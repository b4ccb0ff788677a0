{{- define "bellwether.name" -}}
{{- contains .Chart.Name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) | trunc 45 | trimSuffix "-" -}}
{{- end -}}

{{/* (dict "root" $ "service" "ingest") -> what a service's things are called */}}
{{- define "bellwether.serviceName" -}}
{{ include "bellwether.name" .root }}-{{ .service }}
{{- end -}}

{{- define "bellwether.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{- define "bellwether.labels" -}}
{{ include "bellwether.selector" . }}
app.kubernetes.io/part-of: bellwether
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* (dict "root" $ "image" "ingest-service") */}}
{{- define "bellwether.image" -}}
{{- with .root.Values.image -}}
{{ with .registry }}{{ . }}/{{ end }}{{ .repository }}/{{ $.image }}:{{ .tag | default $.root.Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "bellwether.serviceAccount" -}}
{{ .Values.serviceAccount.create | ternary (include "bellwether.name" .) .Values.serviceAccount.name }}
{{- end -}}

{{- define "bellwether.identitySecret" -}}
{{ .Values.identity.existingSecret | default (printf "%s-identity" (include "bellwether.name" .)) }}
{{- end -}}

{{- define "bellwether.pseudonymSecret" -}}
{{ .Values.pseudonymKey.existingSecret | default (printf "%s-pseudonym-key" (include "bellwether.name" .)) }}
{{- end -}}

{{- define "bellwether.apiKeySecret" -}}
{{ .Values.bootstrapApiKey.existingSecret | default (printf "%s-api-key" (include "bellwether.name" .)) }}
{{- end -}}

{{- define "bellwether.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The Secret with a service's role. */}}
{{- define "bellwether.postgresSecret" -}}
{{- with .root.Values.postgres.credentials -}}
{{ index .perService $.service | default .existingSecret }}
{{- end -}}
{{- end -}}

{{/* Of what the cluster's Secrets hold now; of nothing where we may not look, as with `helm template`. */}}
{{- define "bellwether.secretsChecksum" -}}
{{- $held := list -}}
{{- $names := list (include "bellwether.identitySecret" .root) (include "bellwether.postgresSecret" .) .root.Values.postgres.tls.caSecret -}}
{{- if eq .service "gateway" -}}{{- $names = append $names (include "bellwether.apiKeySecret" .root) -}}
{{- else -}}{{- $names = concat $names (list .root.Values.kafka.sasl.existingSecret .root.Values.kafka.tls.caSecret) -}}{{- end -}}
{{- if eq .service "trend" -}}{{- $names = concat $names (list .root.Values.alerting.secretKey.existingSecret .root.Values.alerting.smtp.existingSecret) -}}{{- end -}}
{{- if eq .service "optimizer" -}}{{- $names = append $names .root.Values.plans.connector.existingSecret -}}{{- end -}}
{{- if eq .service "ingest" -}}{{- $names = append $names (include "bellwether.pseudonymSecret" .root) -}}{{- end -}}
{{- range compact $names -}}
{{- $held = append $held (lookup "v1" "Secret" $.root.Release.Namespace . | dig "data" dict) -}}
{{- end -}}
{{ toJson $held | sha256sum }}
{{- end -}}
