{{/* What the schema cannot say with a remedy. Included by every manifest that would be wrong otherwise. */}}
{{- define "bellwether.checks" -}}
{{- $v := .Values -}}
{{- if not $v.kafka.bootstrapServers -}}
{{- fail "kafka.bootstrapServers is not set: give your brokers, such as --set kafka.bootstrapServers=kafka:9092" -}}
{{- end -}}
{{- if and (hasPrefix "SASL" $v.kafka.securityProtocol) (or (not $v.kafka.sasl.mechanism) (not $v.kafka.sasl.existingSecret)) -}}
{{- fail (printf "kafka.securityProtocol is %s: set kafka.sasl.mechanism, and kafka.sasl.existingSecret to a Secret with the key sasl.jaas.config" $v.kafka.securityProtocol) -}}
{{- end -}}
{{- if and $v.kafka.tls.caSecret (not (hasSuffix "SSL" $v.kafka.securityProtocol)) -}}
{{- fail (printf "kafka.tls.caSecret is set, but kafka.securityProtocol is %s: use SSL or SASL_SSL" $v.kafka.securityProtocol) -}}
{{- end -}}
{{- if not $v.postgres.host -}}
{{- fail "postgres.host is not set: give your PostgreSQL, such as --set postgres.host=postgres" -}}
{{- end -}}
{{- $verifies := contains "sslmode=verify-" $v.postgres.parameters -}}
{{- if and $v.postgres.tls.caSecret (not $verifies) -}}
{{- fail "postgres.tls.caSecret is set, but nothing is checked against it: add sslmode=verify-full to postgres.parameters" -}}
{{- end -}}
{{- if and $v.postgres.tls.caSecret (contains "sslrootcert=" $v.postgres.parameters) -}}
{{- fail "postgres.parameters sets sslrootcert, which postgres.tls.caSecret sets too: leave one out" -}}
{{- end -}}
{{- if and $verifies (not $v.postgres.tls.caSecret) (not (regexMatch "sslrootcert=|sslfactory=" $v.postgres.parameters)) -}}
{{- fail "postgres.parameters asks to verify the server's certificate, but by which CA? Set postgres.tls.caSecret, or add sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory for the CAs that the JVM knows" -}}
{{- end -}}
{{- range list "ingest" "sentiment" "trend" "optimizer" "gateway" -}}
{{- if not (index $v.postgres.credentials.perService . | default $v.postgres.credentials.existingSecret) -}}
{{- fail (printf "there are no credentials for %s: set postgres.credentials.existingSecret, or postgres.credentials.perService.%s, to a Secret with the keys username and password" . .) -}}
{{- end -}}
{{- end -}}
{{- if and $v.sentiment.phrases.enabled (not $v.sentiment.phrases.existingClaim) -}}
{{- fail "sentiment.phrases.enabled is true: set sentiment.phrases.existingClaim to a PersistentVolumeClaim that holds the model files (docs/phrases.md says how to fill one)" -}}
{{- end -}}
{{- if and $v.alerting.smtp.host (not $v.alerting.smtp.from) -}}
{{- fail "alerting.smtp.host is set: set alerting.smtp.from to the address that alerts come from" -}}
{{- end -}}
{{- if and $v.plans.connector.url (not $v.plans.connector.existingSecret) -}}
{{- fail "plans.connector.url is set: set plans.connector.existingSecret to a Secret whose key secret holds what plans are signed with" -}}
{{- end -}}
{{- if and $v.ingress.enabled (not $v.ingress.host) -}}
{{- fail "ingress.enabled is true: set ingress.host to the name under which the gateway is reached" -}}
{{- end -}}
{{- if and (not $v.serviceAccount.create) (not $v.serviceAccount.name) -}}
{{- fail "serviceAccount.create is false: set serviceAccount.name to one that is there" -}}
{{- end -}}
{{- if eq (lower $v.image.tag) "latest" -}}
{{- fail "image.tag is latest, which names another image tomorrow: give a version" -}}
{{- end -}}
{{- end -}}
