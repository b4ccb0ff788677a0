package dev.bellwether.local.suite;

import dev.bellwether.embedded.IdentityKeys;
import dev.bellwether.embedded.TopicCreation;
import dev.bellwether.local.supervision.ChildSpec;
import dev.bellwether.local.supervision.ProcessIdentity;
import dev.bellwether.local.supervision.SupervisedChild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * The whole suite on one machine: broker, database and the five services as processes, each started
 * again when it dies. {@link #close()} stops all in order; when this JVM is killed instead, they
 * end by themselves.
 */
public final class Suite implements AutoCloseable {

  private final Path root;
  private final DataDir dataDir;
  private final Narrator narrator;
  private final SuiteLock lock;
  private final SuiteState state;
  private final long began = System.nanoTime();
  private final Map<Component, SupervisedChild> children = new EnumMap<>(Component.class);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Running running = Running.ofThisProcess();
  private boolean closing;

  private Suite(Path root, DataDir dataDir, Narrator narrator, SuiteLock lock, SuiteState state) {
    this.root = root;
    this.dataDir = dataDir;
    this.narrator = narrator;
    this.lock = lock;
    this.state = state;
  }

  /**
   * Takes the folder for this JVM, and ends what a killed launcher left there. Nothing runs yet.
   *
   * @param root of the built source tree
   * @param gatewayPort where to listen; when empty, where the suite listened last, or 8080
   * @throws SuiteException when the folder is taken, not writable, or the port in use
   */
  public static Suite open(Path root, DataDir dataDir, OptionalInt gatewayPort, Narrator narrator) {
    dataDir.make();
    var lock = SuiteLock.take(dataDir);
    try {
      Running.read(dataDir).ifPresent(Running::endChildren);
      var state = SuiteState.prepare(dataDir, gatewayPort);
      return new Suite(root, dataDir, narrator, lock, state);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /** {@link #open} and {@link #start()} in one. */
  public static Suite start(
      Path root, DataDir dataDir, OptionalInt gatewayPort, Narrator narrator) {
    var suite = open(root, dataDir, gatewayPort, narrator);
    try {
      suite.start();
      return suite;
    } catch (RuntimeException e) {
      suite.close();
      throw e;
    }
  }

  /**
   * Starts every part and returns when all are ready.
   *
   * @throws SuiteException when a part is not built or does not come up; what has started keeps
   *     running until {@link #close()}
   */
  public void start() {
    var processes = new SuiteProcesses(root, dataDir, state);
    processes.checkBuilt();
    IdentityKeys.in(dataDir.identity());
    var startup = new Startup(dataDir, state, this::deaths);
    try (startup) {
      allOf(
          () -> {
            keep(Component.BROKER, processes.broker());
            startup.await(Component.BROKER);
            TopicCreation.createAll("127.0.0.1:" + state.port(Component.BROKER));
            isReady(Component.BROKER);
          },
          () -> {
            keep(Component.DATABASE, processes.database());
            isReady(Component.DATABASE);
          });
      allOf(
          Component.services().stream()
              .<Step>map(
                  service ->
                      () -> {
                        keep(service, processes.service(service));
                        startup.await(service);
                        isReady(service);
                      })
              .toArray(Step[]::new));
    }
    update(Running::whenReady);
  }

  public String gatewayUrl() {
    return state.url(Component.GATEWAY);
  }

  public String apiKey() {
    return state.apiKey();
  }

  /** Where the broker listens, host and port. */
  public String bootstrapServers() {
    return "127.0.0.1:" + state.port(Component.BROKER);
  }

  /** A part's present process; empty while it is between two lives. */
  public Optional<ProcessHandle> process(Component component) {
    return Optional.ofNullable(child(component)).flatMap(SupervisedChild::process);
  }

  /** Waits until somebody else closes this suite. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /**
   * Stops the gateway, the services, then broker and database. Returns when nothing of ours runs.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
    }
    stop(List.of(Component.GATEWAY));
    stop(List.of(Component.INGEST, Component.SENTIMENT, Component.TREND, Component.OPTIMIZER));
    stop(List.of(Component.BROKER, Component.DATABASE));
    Running.forget(dataDir);
    release(lock);
    closed.countDown();
  }

  private void keep(Component component, ChildSpec spec) throws IOException {
    var child = SupervisedChild.start(spec, new Chronicle(component));
    boolean late;
    synchronized (this) {
      late = closing;
      children.put(component, child);
    }
    if (late) {
      child.stop();
      throw new SuiteException("the suite was stopped while it started");
    }
  }

  private void isReady(Component component) {
    narrator.ready(component, Duration.ofNanos(System.nanoTime() - began));
  }

  private synchronized SupervisedChild child(Component component) {
    return children.get(component);
  }

  private int deaths(Component component) {
    var child = child(component);
    return child == null ? 0 : child.deaths();
  }

  private synchronized void update(UnaryOperator<Running> change) {
    running = change.apply(running);
    if (!closing) {
      running.write(dataDir);
    }
  }

  private void stop(List<Component> components) {
    allOf(
        components.stream()
            .map(this::child)
            .filter(Objects::nonNull)
            .<Step>map(child -> child::stop)
            .toArray(Step[]::new));
  }

  private static void release(SuiteLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of the suite's lock", e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  /** Runs the steps side by side; the first failure is thrown when all have ended. */
  private static void allOf(Step... steps) {
    var results = new ArrayList<Future<?>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var step : steps) {
        results.add(
            executor.submit(
                () -> {
                  step.run();
                  return null;
                }));
      }
    }
    for (var result : results) {
      try {
        result.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof SuiteException known
            ? known
            : new SuiteException(
                "the suite does not start: " + e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SuiteException("interrupted while the suite starts", e);
      }
    }
  }

  /** Notes a part's lives where the next command finds them, and tells of its deaths. */
  private final class Chronicle implements SupervisedChild.Events {

    private final Component component;

    private Chronicle(Component component) {
      this.component = component;
    }

    @Override
    public void started(String name, ProcessHandle process) {
      update(r -> r.withChild(component, ProcessIdentity.of(process)));
    }

    @Override
    public void died(String name, String how, Duration pause) {
      narrator.say(
          "%s %s: starting it again in %.1f s".formatted(name, how, pause.toMillis() / 1000.0));
    }
  }
}
