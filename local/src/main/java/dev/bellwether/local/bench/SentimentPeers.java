package dev.bellwether.local.bench;

import dev.bellwether.local.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The peers of the sentiment benchmark, as npm packages that are fetched when they are first asked
 * for: they are measured, never shipped.
 *
 * @param folder where they are kept between runs
 */
record SentimentPeers(Path folder) {

  /** A peer's name in the figures, and the package it comes in, with the version measured. */
  enum Peer {
    VADER("vader", "vader-sentiment@1.1.3"),
    AFINN("afinn", "sentiment@5.0.2");

    private final String label;
    private final String artifact;

    Peer(String label, String artifact) {
      this.label = label;
      this.artifact = artifact;
    }

    String label() {
      return label;
    }

    private String module() {
      return artifact.substring(0, artifact.indexOf('@'));
    }
  }

  private static final String SCRIPT = "peer.cjs";

  /**
   * Fetches what is not there yet.
   *
   * @throws SuiteException where Node.js or npm is missing, or a package cannot be had
   */
  void fetch() throws InterruptedException {
    try {
      Files.createDirectories(folder);
      try (InputStream script = SentimentPeers.class.getResourceAsStream("/bench/" + SCRIPT)) {
        Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new SuiteException("cannot write " + folder + ": " + e.getMessage(), e);
    }
    var missing = new ArrayList<String>();
    for (var peer : Peer.values()) {
      if (!Files.isDirectory(folder.resolve("node_modules").resolve(peer.module()))) {
        missing.add(peer.artifact);
      }
    }
    if (!missing.isEmpty()) {
      var command =
          new ArrayList<>(
              List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"));
      command.addAll(List.of("--prefix", folder.toString()));
      for (var peer : Peer.values()) {
        command.add(peer.artifact);
      }
      run(command, "npm could not fetch " + String.join(" and ", missing));
    }
  }

  /**
   * Measures a peer on labelled rows.
   *
   * @return its guesses and figures as JSON
   */
  Path measure(Peer peer, Path rows) throws InterruptedException {
    var out = folder.resolve(peer.label() + ".json");
    var command =
        List.of("node", SCRIPT, peer.label(), rows.toAbsolutePath().toString(), out.toString());
    run(command, peer.label() + " could not be measured");
    return out;
  }

  private void run(List<String> command, String otherwise) throws InterruptedException {
    var log = folder.resolve("peers.log").toFile();
    try {
      int exit =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log))
              .start()
              .waitFor();
      if (exit != 0) {
        throw new SuiteException(otherwise + "; its words: " + log);
      }
    } catch (IOException e) {
      throw new SuiteException(
          otherwise + ": Node.js with npm is needed, and " + command.getFirst() + " is not there",
          e);
    }
  }
}
