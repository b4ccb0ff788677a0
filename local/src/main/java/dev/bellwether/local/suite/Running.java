package dev.bellwether.local.suite;

import com.fasterxml.jackson.core.JacksonException;
import dev.bellwether.embedded.OwnerOnly;
import dev.bellwether.local.supervision.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs now, written by the launcher whenever a process comes. Whoever finds the file after a
 * launcher was killed knows from it which processes are left.
 *
 * @param ready whether every part was ready once
 * @param children the present process of each part
 * @param restarts how often a part was started again
 * @param leftOut services that somebody else runs, or nobody
 */
public record Running(
    ProcessIdentity launcher,
    boolean ready,
    Map<Component, ProcessIdentity> children,
    Map<Component, Integer> restarts,
    Set<Component> leftOut) {

  public Running {
    children = Map.copyOf(children);
    restarts = Map.copyOf(restarts);
    leftOut = leftOut == null ? Set.of() : Set.copyOf(leftOut);
  }

  static Running ofThisProcess(Set<Component> leftOut) {
    var us = ProcessIdentity.of(ProcessHandle.current());
    return new Running(us, false, Map.of(), Map.of(), leftOut);
  }

  /**
   * What the folder's launcher wrote last; empty when the last one stopped in order, or a crash of
   * the machine left nothing that reads: then nothing can run either.
   */
  public static Optional<Running> read(DataDir dataDir) {
    if (!Files.exists(dataDir.running())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(dataDir.running().toFile(), Running.class));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + dataDir.running(), e);
    }
  }

  public boolean isAlive() {
    return launcher.find().isPresent();
  }

  /** The present process of a part, when it lives. */
  public Optional<ProcessHandle> process(Component component) {
    return Optional.ofNullable(children.get(component)).flatMap(ProcessIdentity::find);
  }

  public int restarts(Component component) {
    return restarts.getOrDefault(component, 0);
  }

  Running withChild(Component component, ProcessIdentity process) {
    var more = new EnumMap<Component, ProcessIdentity>(Component.class);
    more.putAll(children);
    var counts = new EnumMap<Component, Integer>(Component.class);
    counts.putAll(restarts);
    if (more.put(component, process) != null) {
      counts.merge(component, 1, Integer::sum);
    }
    return new Running(launcher, ready, more, counts, leftOut);
  }

  Running whenReady() {
    return new Running(launcher, true, children, restarts, leftOut);
  }

  void write(DataDir dataDir) {
    try {
      OwnerOnly.write(dataDir.running(), Json.MAPPER.writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + dataDir.running(), e);
    }
  }

  static void forget(DataDir dataDir) {
    try {
      Files.deleteIfExists(dataDir.running());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + dataDir.running(), e);
    }
  }

  /** The processes that live, launcher first. */
  List<ProcessHandle> alive() {
    var all = new java.util.ArrayList<>(launcher.find().stream().toList());
    for (var component : Component.values()) {
      process(component).ifPresent(all::add);
    }
    return all;
  }
}
