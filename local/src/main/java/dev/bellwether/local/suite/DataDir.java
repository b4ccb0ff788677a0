package dev.bellwether.local.suite;

import dev.bellwether.embedded.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;

/** The folder in which one suite keeps everything. */
public record DataDir(Path path) {

  /** In the order in which they are erased: whose folder it is must be known to the last. */
  private static final List<String> OURS =
      List.of(
          "kafka",
          "kafka-client.properties",
          "postgres",
          "identity",
          "trend",
          "plans",
          "environment",
          "logs",
          "running.json",
          "suite.json",
          "demo.mark",
          "lock");

  public DataDir {
    path = path.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path identity() {
    return path.resolve("identity");
  }

  public Path trendState() {
    return path.resolve("trend");
  }

  /** Files of approved plans, to be uploaded to platforms. */
  public Path planFiles() {
    return path.resolve("plans");
  }

  /** Models that {@code ./bellwether models phrases} has fetched; no suite's data. */
  public Path phraseModels() {
    return path.resolve("phrases");
  }

  /**
   * Models of the user's own, which take the bundled ones' place where there are any; no suite's
   * data.
   */
  public Path ownModels() {
    return path.resolve("models");
  }

  /** {@link EnvironmentFile}s of services that somebody else runs. */
  Path environments() {
    return path.resolve("environment");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** What a child, or the launcher in the background, has written. */
  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** What outlasts a stop: {@link SuiteState}. */
  Path state() {
    return path.resolve("suite.json");
  }

  public boolean hasState() {
    return Files.exists(state());
  }

  /** How the services' Kafka clients are let in to a given broker. */
  Path kafkaSettings() {
    return path.resolve("kafka-client.properties");
  }

  /** What runs now: {@link Running}. */
  Path running() {
    return path.resolve("running.json");
  }

  /** Says that its data is a demo's. */
  private Path demoMark() {
    return path.resolve("demo.mark");
  }

  /** Held by the launcher while it lives. */
  Path lock() {
    return path.resolve("lock");
  }

  /**
   * Makes the folder and the ones in it. A new folder is closed to everybody else; the mode of one
   * that is there is its owner's decision.
   *
   * @throws SuiteException when it is somebody else's, or nothing can be written there
   */
  void make() {
    try {
      OwnerOnly.makeFolder(path);
      for (var folder : List.of(kafka(), postgres(), identity(), trendState(), logs())) {
        Files.createDirectories(folder);
      }
      // folders that are there say nothing of a file system that was mounted read-only
      var probe = Files.createTempFile(path, "writable", ".tmp");
      try {
        checkOwner(Files.getOwner(probe));
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new SuiteException(
          "cannot write in %s (%s): give another folder with --data-dir".formatted(path, reason(e)),
          e);
    }
  }

  /** What is made in somebody else's folder by us would shut them out of it. */
  private void checkOwner(UserPrincipal us) throws IOException {
    for (var mark : List.of(state(), postgres().resolve("cluster"))) {
      if (Files.exists(mark) && !Files.getOwner(mark).equals(us)) {
        throw new SuiteException(
            "the data in %s is of user %s and you are %s: run as that user, or give another --data-dir"
                .formatted(path, Files.getOwner(mark).getName(), us.getName()));
      }
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "no permission";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      case FileAlreadyExistsException f -> f.getFile() + " is a file";
      default -> String.valueOf(e.getMessage());
    };
  }

  /**
   * Notes, before its suite starts, that the folder holds nothing but a demo's data.
   *
   * @throws SuiteException as {@link #make()}
   */
  public void markAsDemo() {
    make();
    try {
      Files.writeString(demoMark(), "made by ./bellwether demo, which empties this folder\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + demoMark(), e);
    }
  }

  public boolean isDemo() {
    return Files.exists(demoMark());
  }

  /**
   * Whether what has our files' names here is ours: a suite has written its state, or there is
   * nothing in them yet. Other programs call a folder {@code logs} too.
   */
  boolean mayBeErased() {
    return hasState()
        || isDemo()
        || OURS.stream().map(path::resolve).allMatch(DataDir::holdsNothing);
  }

  private static boolean holdsNothing(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try {
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == 0;
      }
      try (var files = Files.list(path)) {
        return files.findAny().isEmpty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Empties the folder of what a suite put there; a file that is not ours stays. */
  void erase() {
    try {
      for (var name : OURS) {
        erase(path.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + path, e);
    }
  }

  private static void erase(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (var file : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
