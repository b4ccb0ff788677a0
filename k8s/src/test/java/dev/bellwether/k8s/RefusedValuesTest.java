package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that would make a suite that does not run, each refused in words that name the value. */
class RefusedValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka: {bootstrapServers: ''}                      | kafka.bootstrapServers is not set
          kafka: {bootstrapSrvers: 'k:1'}                    | bootstrapSrvers
          kafka: {bootstrapServers: 'kafka'}                 | bootstrapServers
          kafka: {securityProtocol: TLS}                     | securityProtocol
          kafka: {securityProtocol: SASL_SSL}                | kafka.sasl.mechanism
          kafka: {tls: {caSecret: ca}}                       | kafka.tls.caSecret
          kafka: {topics: {replicationFactor: 0}}            | replicationFactor
          postgres: {host: ''}                               | postgres.host is not set
          postgres: {port: '5432'}                           | port
          postgres: {credentials: {existingSecret: ''}}      | postgres.credentials.perService
          postgres: {credentials: {perService: {trends: x}}} | trends
          alerting: {smtp: {host: smtp.example}}             | alerting.smtp.from
          alerting: {smtp: {tls: maybe}}                     | tls
          postgres: {parameters: '?sslmode=require'}         | parameters
          postgres: {tls: {caSecret: ca}}                    | add sslmode=verify-full
          postgres: {parameters: 'sslmode=verify-full'}      | postgres.tls.caSecret
          postgres: {parameters: 'sslmode=verify-ca&sslrootcert=/a', tls: {caSecret: ca}} | leave one out
          postgres: {tls: {caSecrt: ca}}                     | caSecrt
          image: {tag: latest}                               | image.tag is latest
          image: {registry: 'a/'}                            | registry
          ingress: {enabled: true}                           | ingress.host
          serviceAccount: {create: false}                    | serviceAccount.name
          ingest: {replicas: two}                            | replicas
          ingest: {resources: {limits: {memory: 1 GB}}}      | memory
          ingest: {env: {lower: x}}                          | lower
          trend: {autoscaling: {enabled: true}}              | autoscaling
          sentiment: {phrases: {enabled: true}}              | sentiment.phrases.existingClaim
          sentiment: {phrases: {models: /x}}                 | models
          ingest: {phrases: {enabled: true}}                 | phrases
          sentimnet: {replicas: 2}                           | sentimnet
          keep: {mentionDays: 0}                             | mentionDays
          keep: {rejectionDays: null}                        | rejectionDays
          keep: {auditDays: 1Y}                              | auditDays
          maxRamPercentage: 95                               | maxRamPercentage
          """)
  void isRefused(String values, String said) {
    var refusal =
        assertThrows(
            IllegalStateException.class,
            () -> Chart.OURS.render(Manifest.merged(Chart.MINIMAL, values)));
    assertTrue(refusal.getMessage().contains(said), refusal::getMessage);
  }
}
