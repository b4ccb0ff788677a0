package dev.bellwether.embedded;

/**
 * What a child process inherits of the launcher's environment. Passwords that were given to the
 * launcher are its own: whatever a child must know it is told by name.
 */
public final class ChildEnvironment {

  private static final String OURS = "BELLWETHER_";
  private static final String SECRET = "_PASSWORD";

  private ChildEnvironment() {}

  /** Takes the launcher's passwords out of the environment; the same builder. */
  public static ProcessBuilder clean(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(name -> name.startsWith(OURS) && name.endsWith(SECRET));
    return builder;
  }
}
