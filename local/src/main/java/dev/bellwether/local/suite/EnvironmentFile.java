package dev.bellwether.local.suite;

import dev.bellwether.embedded.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service that somebody else runs is told, as lines {@code NAME=value} that a shell and an
 * IDE read. It holds passwords, so only its owner may read it.
 */
public record EnvironmentFile(Path path) {

  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,?-]*");

  public static EnvironmentFile of(DataDir dataDir, Component service) {
    return new EnvironmentFile(dataDir.environments().resolve(service.label() + ".env"));
  }

  void write(Map<String, String> environment) {
    var lines =
        new TreeMap<>(environment)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    try {
      Files.createDirectories(path.getParent());
      OwnerOnly.write(path, lines);
    } catch (IOException e) {
      throw new SuiteException("cannot write %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * The names and values, as written.
   *
   * @throws SuiteException when there is no such file
   */
  public Map<String, String> read() {
    try {
      var environment = new LinkedHashMap<String, String>();
      for (var line : Files.readAllLines(path)) {
        int equals = line.indexOf('=');
        environment.put(line.substring(0, equals), plain(line.substring(equals + 1)));
      }
      return environment;
    } catch (NoSuchFileException e) {
      throw new SuiteException(path + " is missing: the suite runs with this service in it", e);
    } catch (IOException e) {
      throw new SuiteException("cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new SuiteException("cannot delete %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String plain(String value) {
    return value.startsWith("'")
        ? value.substring(1, value.length() - 1).replace("'\\''", "'")
        : value;
  }
}
