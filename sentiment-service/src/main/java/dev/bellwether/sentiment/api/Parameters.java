package dev.bellwether.sentiment.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.storage.Grain;
import java.util.List;
import java.util.stream.Stream;

/** Parameters that several views take. */
final class Parameters {

  private static final int MAX_MONITOR = 800;
  private static final int FEWEST = 2;
  private static final int MOST = 20;

  private Parameters() {}

  /**
   * @param monitor null or empty for the whole workspace
   * @return {@link Cell#WHOLE_WORKSPACE} for that
   * @throws ProblemException 400 when it can be no monitor's id
   */
  static String monitor(String monitor) {
    return monitor == null ? Cell.WHOLE_WORKSPACE : checked("monitor", monitor);
  }

  /** As the answer has it: null for the whole workspace. */
  static String shown(String monitor) {
    return monitor.equals(Cell.WHOLE_WORKSPACE) ? null : monitor;
  }

  /**
   * @param monitors ids, each value with one or several between commas
   * @return each once
   * @throws ProblemException 400 when they are not 2 to 20 ids
   */
  static List<String> monitors(List<String> monitors) {
    var each =
        monitors.stream()
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .map(id -> checked("monitors", id))
            .distinct()
            .toList();
    if (each.size() < FEWEST || each.size() > MOST) {
      throw ProblemException.badRequest(
          "monitors",
          "monitors must name %d to %d monitors to compare, their ids between commas."
              .formatted(FEWEST, MOST));
    }
    return each;
  }

  /**
   * @param otherwise when it is not given
   * @throws ProblemException 400 when it is none of {@code allowed}
   */
  static Grain interval(String interval, Grain otherwise, List<Grain> allowed) {
    return OneOf.parse("interval", interval, otherwise, allowed);
  }

  private static String checked(String parameter, String id) {
    if (id.length() > MAX_MONITOR) {
      throw ProblemException.badRequest(
          parameter, parameter + " must hold ids of monitors, as GET /v1/monitors lists them.");
    }
    return id;
  }
}
