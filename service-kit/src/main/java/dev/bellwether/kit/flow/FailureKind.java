package dev.bellwether.kit.flow;

import dev.bellwether.kit.problem.ProblemException;

/** What kind of failure it was, in words that quote nothing. */
public final class FailureKind {

  private static final int DEEPEST = 10;

  private FailureKind() {}

  /** A problem's title, or the name of the exception that began it. */
  public static String of(Throwable failure) {
    Throwable first = failure;
    for (int depth = 0; depth < DEEPEST && first.getCause() != null; depth++) {
      if (first instanceof ProblemException) {
        break;
      }
      first = first.getCause();
    }
    return first instanceof ProblemException known
        ? known.problem().title()
        : first.getClass().getSimpleName();
  }
}
