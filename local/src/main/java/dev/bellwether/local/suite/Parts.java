package dev.bellwether.local.suite;

import dev.bellwether.local.supervision.ChildSpec;
import dev.bellwether.local.supervision.ProcessIdentity;
import dev.bellwether.local.supervision.SupervisedChild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The processes of one run: kept alive, and noted where the next command finds them. */
final class Parts {

  private static final List<List<Component>> STOP_ORDER =
      List.of(
          List.of(Component.GATEWAY),
          List.of(Component.INGEST, Component.SENTIMENT, Component.TREND, Component.OPTIMIZER),
          List.of(Component.BROKER, Component.DATABASE));

  private final DataDir dataDir;
  private final Narrator narrator;
  private final Consumer<String> unusable;
  private final Map<Component, SupervisedChild> children = new EnumMap<>(Component.class);

  private Running running;
  private boolean closing;

  /**
   * @param leftOut services that somebody else runs
   * @param unusable told, in one line, when broker or database are gone for good; it must return at
   *     once
   */
  Parts(DataDir dataDir, Narrator narrator, Set<Component> leftOut, Consumer<String> unusable) {
    this.dataDir = dataDir;
    this.narrator = narrator;
    this.running = Running.ofThisProcess(leftOut);
    this.unusable = unusable;
  }

  /** Notes this launcher, so that another one can say who holds the folder. */
  void begin() {
    update(r -> r);
  }

  void keep(Component component, ChildSpec spec) throws IOException {
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

  void allReady() {
    update(Running::whenReady);
  }

  /** A part's present process; empty while it is between two lives, or not ours. */
  Optional<ProcessHandle> process(Component component) {
    return Optional.ofNullable(child(component)).flatMap(SupervisedChild::process);
  }

  int deaths(Component component) {
    var child = child(component);
    return child == null ? 0 : child.deaths();
  }

  /** From now on nothing is started; false when somebody else stops all already. */
  synchronized boolean beginStop() {
    boolean first = !closing;
    closing = true;
    return first;
  }

  /** The gateway, the services, then what they write to. Returns when all are gone. */
  void stop() {
    for (var together : STOP_ORDER) {
      SideBySide.run(
          together.stream()
              .map(this::child)
              .filter(Objects::nonNull)
              .<SideBySide.Step>map(child -> child::stop)
              .toList());
    }
    Running.forget(dataDir);
  }

  private synchronized SupervisedChild child(Component component) {
    return children.get(component);
  }

  private synchronized void update(UnaryOperator<Running> change) {
    running = change.apply(running);
    if (closing) {
      return;
    }
    try {
      running.write(dataDir);
    } catch (UncheckedIOException e) {
      // a full disk must not end the thread that keeps a part alive
      narrator.say("%s: %s".formatted(e.getMessage(), e.getCause().getMessage()));
    }
  }

  /** Notes a part's lives, and tells of its deaths. */
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

    @Override
    public void gaveUp(String name, String how) {
      var line =
          "%s %s, too often in a row to be started again: its log %s says why; "
              .formatted(name, how, dataDir.log(name));
      if (component.isService()) {
        narrator.say(line + "the rest runs on, ./bellwether down and up start it anew");
      } else {
        unusable.accept(line + "all stops, ./bellwether up starts anew");
      }
    }
  }
}
