package dev.bellwether.ingest.privacy.redaction;

/** Whether groups of digits are many numbers rather than the parts of one. */
final class NumberList {

  private static final int LEAST_SCORES = 4;
  private static final int LONGEST_SCORE = 3;
  private static final int LEAST_STEPS = 4;
  private static final int LONGEST_STEP = 5;
  private static final int LEAST_UNIT = 7;
  private static final int MOST_UNIT = 15;
  private static final int MOST_UNIT_GROUPS = 6;

  private NumberList() {}

  /** Single digits, years, scores, prices, or numbers that rise. */
  static boolean isList(NumberRun run, int from, int to) {
    return areSingle(run, from, to)
        || PhoneShape.areYears(run, from, to)
        || areScores(run, from, to)
        || rise(run, from, to);
  }

  private static boolean areSingle(NumberRun run, int from, int to) {
    int single = 0;
    for (int i = from; i <= to; i++) {
      single += run.length(i) == 1 ? 1 : 0;
    }
    return 2 * single > to - from + 1;
  }

  /** 21-17 25-19, and 12.99 14.99: two separators in turn. */
  private static boolean areScores(NumberRun run, int from, int to) {
    if (to - from + 1 < LEAST_SCORES || !isScoreSeparator(run, from)) {
      return false;
    }
    for (int i = from; i <= to; i++) {
      boolean inTurn =
          i + 1 >= to
              || isScoreSeparator(run, i + 1)
                  && (run.separator(i) == ' ') != (run.separator(i + 1) == ' ');
      if (run.length(i) > LONGEST_SCORE || !inTurn) {
        return false;
      }
    }
    return true;
  }

  private static boolean isScoreSeparator(NumberRun run, int group) {
    return run.starts()[group + 1] - run.ends()[group] == 1 && run.separator(group) != '/';
  }

  /** Within a row of numbers each greater than the one before, none with a zero before it. */
  private static boolean rise(NumberRun run, int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (!isStep(run, i)) {
        return false;
      }
    }
    int steps = to - from;
    for (int i = from; steps < LEAST_STEPS && i > 0 && isStep(run, i); i--) {
      steps++;
    }
    for (int i = to + 1; steps < LEAST_STEPS && i < run.groups() && isStep(run, i); i++) {
      steps++;
    }
    return steps >= LEAST_STEPS;
  }

  private static boolean isStep(NumberRun run, int group) {
    return run.between(group - 1).equals(" ")
        && run.length(group) <= LONGEST_STEP
        && run.length(group - 1) <= run.length(group)
        && run.text().charAt(run.starts()[group - 1]) != '0'
        && run.value(group) > run.value(group - 1);
  }

  /** The groups of one number where the run is of several of one shape, else 0. */
  static int groupsOfEach(NumberRun run) {
    for (int unit = 2; unit <= Math.min(MOST_UNIT_GROUPS, run.groups() / 2); unit++) {
      int digits = run.digits(0, unit - 1);
      if (run.groups() % unit == 0
          && digits >= LEAST_UNIT
          && digits <= MOST_UNIT
          && !isUniform(run, unit)
          && repeats(run, unit)) {
        return unit;
      }
    }
    return 0;
  }

  private static boolean isUniform(NumberRun run, int unit) {
    for (int i = 1; i < unit; i++) {
      if (run.length(i) != run.length(0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean repeats(NumberRun run, int unit) {
    for (int i = unit; i < run.groups(); i++) {
      if (run.length(i) != run.length(i - unit)) {
        return false;
      }
    }
    return true;
  }
}
