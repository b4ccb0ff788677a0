package dev.bellwether.ingest.silence;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * Tells alerting of silences. All that a signal says is of the silence itself, so one that is sent
 * twice, since its sender died in between, is the same to the letter.
 */
@ApplicationScoped
class SilenceSignals {

  /** Hexadecimal digits of the digest: a chance of 2^-80 that two happenings share an id. */
  private static final int ID_DIGITS = 40;

  private final MutinyEmitter<Record<String, Signal>> signals;

  SilenceSignals(@Channel("signals_out") MutinyEmitter<Record<String, Signal>> signals) {
    this.signals = signals;
  }

  /**
   * Returns once Kafka has it.
   *
   * @param since its last arrival
   * @param noticed when it had been quiet for longer than it ever is
   * @param usual how old its last arrival usually gets at that time; null where unknown
   */
  void silent(String workspace, SourceName source, Instant since, Instant noticed, Duration usual) {
    send(
        new Signal(
            Signal.SCHEMA_VERSION,
            workspace,
            id("silent", workspace, source, since),
            SignalKind.CONNECTOR_SILENT,
            source.id(),
            source.stream(),
            null,
            noticed,
            (double) Duration.between(since, noticed).toSeconds(),
            usual == null ? null : (double) usual.toSeconds(),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null));
  }

  /**
   * Returns once Kafka has it.
   *
   * @param ended when it sent again
   */
  void back(String workspace, SourceName source, Instant since, Instant ended) {
    send(
        new Signal(
            Signal.SCHEMA_VERSION,
            workspace,
            id("back", workspace, source, since),
            SignalKind.CONNECTOR_BACK,
            source.id(),
            source.stream(),
            null,
            ended,
            (double) Duration.between(since, ended).toSeconds(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null));
  }

  private void send(Signal signal) {
    AcknowledgedSend.await(() -> signals.send(Record.of(key(signal), signal)));
  }

  private static String key(Signal signal) {
    var kind = signal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return RecordKey.of(signal.workspace(), kind).encode();
  }

  private static String id(String what, String workspace, SourceName source, Instant since) {
    var said = RecordKey.of(workspace, source.stream(), source.id(), since.toString()).encode();
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return what + "-" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
