package dev.bellwether.local.suite;

import dev.bellwether.embedded.IdentityKeys;
import dev.bellwether.embedded.TopicCreation;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.backends.DatabaseLogin;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.suite.SideBySide.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole suite on one machine: broker, database and the five services as processes, each started
 * again when it dies. {@link #close()} stops all in order; when this JVM is killed instead, they
 * end by themselves. Broker and database may be given ones, which are left alone.
 */
public final class Suite implements AutoCloseable {

  private final Path root;
  private final DataDir dataDir;
  private final Narrator narrator;
  private final SuiteLock lock;
  private final Backends backends;
  private final Set<Component> without;
  private final Optional<Path> phrases;
  private final Parts parts;
  private final DiskWatch diskWatch;
  private final long began = System.nanoTime();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<String> failure = new AtomicReference<>();

  private volatile SuiteState state;

  private Suite(
      Path root,
      DataDir dataDir,
      Narrator narrator,
      SuiteLock lock,
      SuiteState state,
      Backends backends,
      Set<Component> without,
      Optional<Path> phrases) {
    this.root = root;
    this.dataDir = dataDir;
    this.narrator = narrator;
    this.lock = lock;
    this.state = state;
    this.backends = backends;
    this.without = Set.copyOf(without);
    this.phrases = phrases;
    this.parts = new Parts(dataDir, narrator, this.without, this::fail);
    var room = new Room(dataDir, backends);
    this.diskWatch =
        new DiskWatch(
            () -> room.usableBytes().orElse(Long.MAX_VALUE) / Room.MEGABYTE,
            narrator::say,
            this::fail);
  }

  /** {@link #open(Path, DataDir, OptionalInt, Backends, Set, Narrator)} with all parts its own. */
  public static Suite open(Path root, DataDir dataDir, OptionalInt gatewayPort, Narrator narrator) {
    return open(root, dataDir, gatewayPort, Backends.OWN, Set.of(), narrator);
  }

  /**
   * {@link #open(Path, DataDir, OptionalInt, Backends, Set, Optional, Narrator)} without phrases.
   */
  public static Suite open(
      Path root,
      DataDir dataDir,
      OptionalInt gatewayPort,
      Backends asked,
      Set<Component> without,
      Narrator narrator) {
    return open(root, dataDir, gatewayPort, asked, without, Optional.empty(), narrator);
  }

  /**
   * Takes the folder for this JVM, and ends what a killed launcher left there. Nothing runs yet.
   *
   * @param root of the built source tree
   * @param gatewayPort where to listen; when empty, where the suite listened last, or 8080
   * @param asked broker and database to use; for an absent one, what the folder was made with
   * @param without services that somebody else runs; what they must be told stands in their {@link
   *     EnvironmentFile} once the suite has started
   * @param phrases the folder of the phrase models, where sentiment is to read phrases on demand
   * @throws SuiteException when the folder is taken, not writable, or made with something else, the
   *     port is in use, or disk or memory is short
   */
  public static Suite open(
      Path root,
      DataDir dataDir,
      OptionalInt gatewayPort,
      Backends asked,
      Set<Component> without,
      Optional<Path> phrases,
      Narrator narrator) {
    dataDir.make();
    var lock = SuiteLock.take(dataDir);
    try {
      Leftovers.of(dataDir).end();
      var state = SuiteState.prepare(dataDir, gatewayPort, without);
      var backends = state.external().choose(asked, dataDir, System.getenv());
      var room = new Room(dataDir, backends, phrases.isPresent());
      room.checkDisk().ifPresent(narrator::say);
      room.checkMemory(new AvailableMemory(Path.of("/")).bytes()).ifPresent(narrator::say);
      var suite = new Suite(root, dataDir, narrator, lock, state, backends, without, phrases);
      // those of the last run tell of ports and passwords that may be others now
      Component.services().forEach(service -> EnvironmentFile.of(dataDir, service).delete());
      suite.parts.begin();
      return suite;
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /** {@link #open} and {@link #start()} in one. */
  public static Suite start(
      Path root, DataDir dataDir, OptionalInt gatewayPort, Backends asked, Narrator narrator) {
    var suite = open(root, dataDir, gatewayPort, asked, Set.of(), narrator);
    try {
      suite.start();
      return suite;
    } catch (RuntimeException e) {
      suite.close();
      throw e;
    }
  }

  /**
   * Starts the parts and returns when all are ready.
   *
   * @throws SuiteException when a part is not built or does not come up, or a given one will not
   *     do; what has started keeps running until {@link #close()}
   */
  public void start() {
    var checked = new SuiteProcesses(root, dataDir, state, phrases, Optional.empty());
    checked.checkBuilt();
    IdentityKeys.in(dataDir.identity());
    diskWatch.start();
    try (var startup = new Startup(dataDir, state, parts::deaths)) {
      var backing = startBackends(checked, startup);
      var processes = new SuiteProcesses(root, dataDir, state, phrases, Optional.of(backing));
      without.forEach(
          service -> EnvironmentFile.of(dataDir, service).write(processes.environment(service)));
      SideBySide.run(
          Component.services().stream()
              .filter(service -> !without.contains(service))
              .<Step>map(
                  service ->
                      () -> {
                        parts.keep(service, processes.service(service));
                        startup.await(service);
                        isReady(service);
                      })
              .toList());
    }
    parts.allReady();
  }

  public String gatewayUrl() {
    return state.url(Component.GATEWAY);
  }

  public String apiKey() {
    return state.apiKey();
  }

  /** Where the broker listens: host and port, several apart by commas. */
  public String bootstrapServers() {
    return backends
        .kafka()
        .map(KafkaAddress::bootstrapServers)
        .orElse("127.0.0.1:" + state.port(Component.BROKER));
  }

  /** A part's present process; empty while it is between two lives, and for a given one. */
  public Optional<ProcessHandle> process(Component component) {
    return parts.process(component);
  }

  /**
   * Waits until this suite is closed.
   *
   * @throws SuiteException when it closed itself, because it could not go on
   */
  public void awaitClosed() throws InterruptedException {
    closed.await();
    if (failure.get() != null) {
      throw new SuiteException(failure.get());
    }
  }

  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /**
   * Stops the gateway, the services, then broker and database. Returns when nothing of ours runs,
   * also when somebody else had begun to stop it.
   */
  @Override
  public void close() {
    if (parts.beginStop()) {
      try {
        stopAll();
      } finally {
        closed.countDown();
      }
    } else {
      awaitOtherClose();
    }
  }

  private void stopAll() {
    try {
      diskWatch.close();
      parts.stop();
    } finally {
      release(lock);
    }
  }

  private void awaitOtherClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Broker and database side by side; a given database after the broker it must belong with. */
  private Backing startBackends(SuiteProcesses processes, Startup startup) {
    var given = new GivenBackends(dataDir, state, backends);
    var cluster = new AtomicReference<String>();
    var logins = new AtomicReference<Map<String, DatabaseLogin>>();
    Step broker = () -> cluster.set(startBroker(processes, startup, given));
    Step database = () -> logins.set(startDatabase(processes, given, cluster.get()));
    if (backends.postgres().isPresent()) {
      SideBySide.run(List.of(broker));
      SideBySide.run(List.of(database));
    } else {
      SideBySide.run(List.of(broker, database));
    }
    state = state.keepExternal(dataDir, ExternalBackends.of(backends, cluster.get()));
    try {
      return new Backing(bootstrapServers(), given.writeKafkaSettings(), logins.get());
    } catch (IOException e) {
      throw new SuiteException(
          "cannot write %s: %s".formatted(dataDir.kafkaSettings(), e.getMessage()), e);
    }
  }

  private String startBroker(SuiteProcesses processes, Startup startup, GivenBackends given)
      throws IOException, InterruptedException {
    if (backends.kafka().isEmpty()) {
      parts.keep(Component.BROKER, processes.broker());
      startup.await(Component.BROKER);
      TopicCreation.createAll(bootstrapServers());
    }
    var cluster = given.prepareBroker(bootstrapServers());
    isReady(Component.BROKER);
    return cluster;
  }

  private Map<String, DatabaseLogin> startDatabase(
      SuiteProcesses processes, GivenBackends given, String cluster) throws IOException {
    Map<String, DatabaseLogin> logins;
    if (backends.postgres().isPresent()) {
      logins = given.prepareDatabase(backends.postgres().get(), cluster);
    } else {
      parts.keep(Component.DATABASE, processes.database());
      logins = Backing.ownLogins(dataDir, state);
    }
    isReady(Component.DATABASE);
    return logins;
  }

  private void isReady(Component component) {
    narrator.ready(component, Duration.ofNanos(System.nanoTime() - began));
  }

  /** Ends the suite because it cannot go on; whoever waits for it is told why. */
  private void fail(String line) {
    failure.compareAndSet(null, line);
    // the caller is a thread that close() waits for
    Thread.ofPlatform().name("stop-suite").start(this::close);
  }

  private static void release(SuiteLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of the suite's lock", e);
    }
  }
}
