package dev.bellwether.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a command outside the terminal's process group. Ctrl-C reaches that whole group at once; but
 * services must stop before the broker and the database they write to, so only the launcher may
 * hear it.
 */
public final class OwnSession {

  private static final List<String> SETSID =
      Stream.of("/usr/bin/setsid", "/bin/setsid")
          .filter(p -> Files.isExecutable(Path.of(p)))
          .limit(1)
          .toList();

  private OwnSession() {}

  /**
   * The command, in a session of its own under the same process id; unchanged where the system has
   * no {@code setsid}.
   */
  public static List<String> of(List<String> command) {
    return Stream.concat(SETSID.stream(), command.stream()).toList();
  }
}
