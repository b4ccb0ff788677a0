package dev.bellwether.campaign.allocation;

/** A constraint that cannot hold together with the others of an {@link Infeasible}. */
public sealed interface Clash {

  /** Whose bound it is. */
  enum Scope {
    LINE,
    GROUP,
    BUDGET
  }

  /**
   * A minimum.
   *
   * @param name of the line or group; "budget" for the whole budget
   */
  record Least(Scope scope, String name, long micros) implements Clash {}

  /**
   * A maximum.
   *
   * @param name of the line or group; "budget" for the whole budget
   */
  record Most(Scope scope, String name, long micros) implements Clash {}

  /**
   * The volume asked for.
   *
   * @param reachable the most that the other constraints of the set allow
   */
  record Value(double asked, double reachable) implements Clash {}

  /**
   * The cost of a unit asked for.
   *
   * @param reachable the lowest that the other constraints of the set allow; infinite where nothing
   *     brings anything
   */
  record Cost(double asked, double reachable) implements Clash {}
}
