package dev.bellwether.kit.request;

import dev.bellwether.kit.problem.ProblemException;

/**
 * The parameter {@code limit}. A resource takes it as text: what JAX-RS cannot make a number of, it
 * answers as a path that does not exist.
 */
public final class PageLimit {

  private PageLimit() {}

  /**
   * @param most the largest that is taken
   * @throws ProblemException 400 when it is no whole number from 1 to {@code most}
   */
  public static int parse(String limit, int most) {
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outside(most);
    }
    throw outside(most);
  }

  private static ProblemException outside(int most) {
    return ProblemException.badRequest(
        "limit", "limit must be a whole number from 1 to " + most + ".");
  }
}
