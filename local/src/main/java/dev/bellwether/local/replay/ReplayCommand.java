package dev.bellwether.local.replay;

import dev.bellwether.contracts.kafka.EventType;
import dev.bellwether.contracts.kafka.EventTypes;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.SuiteState;
import dev.bellwether.local.suite.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists dead letters and sends their records again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends records that a service could not use, and put aside on TOPIC-dlq, to TOPIC again: do it when what was wrong is mended.",
      "A record is sent once, however many services refused it; those that had no trouble with it know it already, and do nothing.",
      "Where the topic holds a newer record of the same key, there is nothing to send. Dead letters are kept for 7 days."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  ./bellwether replay --list",
      "  ./bellwether replay mentions --reason 'schema version 2' --dry-run"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing that was selected stays among the dead letters",
      "1:something stays, or the broker does not answer",
      "2:wrong usage"
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final int LISTED = 20;

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      description = "The topic, for example mentions. --list alone shows every topic.")
  private String topic;

  @Option(names = "--list", description = "Shows what waits, and sends nothing.")
  private boolean list;

  @Option(
      names = "--show",
      description = "With --list: shows keys and values too. They may hold personal data.")
  private boolean show;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Only records whose error's class or message holds this text.")
  private String reason;

  @Option(names = "--key", description = "Only records with this key.")
  private String key;

  @Option(names = "--partition", description = "Only records from this partition of the topic.")
  private Integer partition;

  @Option(names = "--offset", description = "Only the record from this offset of the topic.")
  private Long offset;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Since.class,
      description = "Only what came since a time (2026-11-22T10:00:00Z) or within an age (2h, 7d).")
  private Instant since;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many records.")
  private Integer limit;

  @Option(
      names = "--value",
      paramLabel = "FILE",
      description = "Sends this instead of the record's own value: for one record, mended by hand.")
  private Path value;

  @Option(names = "--dry-run", description = "Tells what would be sent, and sends nothing.")
  private boolean dryRun;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "The broker. Default: that of the suite on this machine.")
  private String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "How to be let in there: a properties file with Kafka's own security.*, sasl.* and ssl.* settings.")
  private Path kafkaConfig;

  @Override
  public Integer call() {
    check();
    var access = new KafkaAccess(kafka()).reachable();
    try {
      return list ? list(access) : replay(new DeadLetterTopic(access, topic()));
    } catch (KafkaException e) {
      throw access.refused(e);
    }
  }

  private void check() {
    if (topic == null && !list) {
      throw wrong("which topic? --list shows what waits on all of them");
    }
    if (limit != null && limit < 1) {
      throw wrong("--limit must be 1 or more");
    }
    if (show && !list) {
      throw wrong("--show goes with --list");
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private KafkaAddress kafka() {
    if (kafka != null) {
      return KafkaAddress.of(kafka, Optional.ofNullable(kafkaConfig));
    }
    if (kafkaConfig != null) {
      throw wrong("--kafka-config goes with --kafka HOST:PORT");
    }
    return SuiteState.read(where.dataDir()).kafka();
  }

  private String topic() {
    var name = topic.endsWith("-dlq") ? topic.substring(0, topic.length() - 4) : topic;
    var known = EventTypes.ALL.stream().map(EventType::topic).toList();
    if (!known.contains(name)) {
      throw wrong("no topic %s: there are %s".formatted(topic, String.join(", ", known)));
    }
    return name;
  }

  private int list(KafkaAccess access) {
    var listing = new Listing(spec.commandLine().getOut());
    var topics =
        topic == null ? EventTypes.ALL.stream().map(EventType::topic).toList() : List.of(topic());
    for (var name : topics) {
      var letters = new DeadLetterTopic(access, name);
      var waiting = letters.waiting().stream().filter(selection()::takes).toList();
      listing.show(letters, waiting, limit == null ? LISTED : limit, show);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int replay(DeadLetterTopic letters) {
    if (dryRun) {
      var selected = selected(letters);
      var verdicts = new Supersession(letters.kafka(), letters.topic()).judge(limited(selected));
      return tell(verdicts, selected.size() - verdicts.size(), "would be replayed");
    }
    try (var replay = Replay.of(letters, otherValue())) {
      var selected = selected(letters);
      if (value != null && selected.size() != 1) {
        throw wrong("--value is for one record, and %d are selected".formatted(selected.size()));
      }
      var now = limited(selected);
      try (var display = ReplayDisplay.of(isTerminal(), now.size())) {
        var outcome = replay.run(now, display);
        return tell(outcome, selected.size() - now.size(), "replayed");
      }
    }
  }

  private List<DeadRecord> selected(DeadLetterTopic letters) {
    return letters.waiting().stream().filter(selection()::takes).toList();
  }

  private List<DeadRecord> limited(List<DeadRecord> selected) {
    return limit == null || selected.size() <= limit ? selected : selected.subList(0, limit);
  }

  private Selection selection() {
    return new Selection(reason, key, partition, offset, since);
  }

  private byte[] otherValue() {
    try {
      return value == null ? null : Files.readAllBytes(value);
    } catch (IOException e) {
      throw new SuiteException("cannot read " + value + ": " + e.getMessage(), e);
    }
  }

  private int tell(Map<DeadRecord, Verdict> outcome, int beyondLimit, String verb) {
    var out = spec.commandLine().getOut();
    var stays = Supersession.those(outcome, Verdict.Stays.class);
    for (var why : whys(outcome).entrySet()) {
      out.printf("%s: %s%n", why.getKey(), why.getValue());
    }
    int superseded = Supersession.those(outcome, Verdict.Superseded.class).size();
    out.printf(
        "%s %,d, superseded %,d, stay %,d%n",
        verb, outcome.size() - superseded - stays.size(), superseded, stays.size() + beyondLimit);
    out.flush();
    return stays.isEmpty() && beyondLimit == 0 ? 0 : 1;
  }

  /** Why records were not sent, by place, at most so many as are listed. */
  private static Map<String, String> whys(Map<DeadRecord, Verdict> outcome) {
    Function<Verdict, String> why =
        verdict ->
            switch (verdict) {
              case Verdict.Replayable _ -> "";
              case Verdict.Superseded superseded -> "superseded: " + superseded.why();
              case Verdict.Stays stays -> "stays: " + stays.why();
            };
    return outcome.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof Verdict.Replayable))
        .limit(LISTED)
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().place(),
                entry -> why.apply(entry.getValue()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }
}
