package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Random problems whose constraints can be kept, and what is checked of their splits. */
final class Drawn {

  private Drawn() {}

  static Curve smooth(SplittableRandom random) {
    double efficiency = 0.05 * Math.exp(random.nextGaussian());
    double scale = Math.exp(4 + random.nextGaussian());
    return switch (random.nextInt(3)) {
      case 0 -> new Shape.Hyperbola(efficiency, scale);
      case 1 -> new Shape.Exponential(efficiency, scale);
      default -> new Shape.Logarithm(efficiency, scale);
    };
  }

  /** Among smooth ones straight lines that tie, kinks, and lines that bring nothing. */
  static Curve rough(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Shape.Straight(random.nextBoolean() ? 0.1 : 0.2);
      case 1 -> new Shape.Kink(0.2, random.nextDouble(1, 500));
      case 2 -> new Shape.Straight(0);
      default -> smooth(random);
    };
  }

  static Curve bent(SplittableRandom random) {
    return random.nextInt(4) == 0 ? smooth(random) : hill(random);
  }

  static Shape.Hill hill(SplittableRandom random) {
    return new Shape.Hill(
        10 * Math.exp(random.nextGaussian()), random.nextDouble(5, 150), random.nextDouble(1.1, 6));
  }

  static List<Line> lines(
      int count, SplittableRandom random, Function<SplittableRandom, Curve> curves) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long low = random.nextInt(3) == 0 ? random.nextLong(60_000_000) : 0;
      long room = random.nextInt(6) == 0 ? 0 : random.nextLong(1, 500_000_000);
      lines.add(new Line("line " + i, curves.apply(random), low, low + room));
    }
    return lines;
  }

  static Problem flat(List<Line> lines, SplittableRandom random) {
    long least = lines.stream().mapToLong(Line::lowMicros).sum();
    long most = lines.stream().mapToLong(Line::highMicros).sum();
    return Problem.of(lines, between(least, most, random));
  }

  static long between(long least, long most, SplittableRandom random) {
    return least + (long) ((most - least) * random.nextDouble());
  }

  /** Lines in a tree of groups whose bounds can all be kept, many of them tight. */
  static Problem grouped(List<Line> lines, SplittableRandom random) {
    List<Built> all = new ArrayList<>();
    int next = 0;
    while (next < lines.size()) {
      int until = Math.min(lines.size(), next + 1 + random.nextInt(6));
      List<Integer> own = new ArrayList<>();
      long low = 0;
      long high = 0;
      for (; next < until; next++) {
        own.add(next);
        low += lines.get(next).lowMicros();
        high += lines.get(next).highMicros();
      }
      List<Group> inner = new ArrayList<>();
      while (!all.isEmpty() && random.nextBoolean()) {
        Built built = all.removeLast();
        inner.add(built.group());
        low += built.low();
        high += built.high();
      }
      long least = random.nextBoolean() ? 0 : between(low, low + (high - low) / 2, random);
      long most =
          random.nextBoolean()
              ? Long.MAX_VALUE
              : between(Math.max(low, least), Math.max(least, high), random);
      all.add(
          new Built(
              new Group("group " + next, own, inner, least, most),
              Math.max(low, least),
              Math.min(high, most)));
    }
    long low = all.stream().mapToLong(Built::low).sum();
    long high = all.stream().mapToLong(Built::high).sum();
    long total = between(low, high, random);
    return new Problem(lines, all.stream().map(Built::group).toList(), total, total);
  }

  private record Built(Group group, long low, long high) {}

  /** Names every bound that a split breaks. */
  static List<String> broken(Problem problem, long[] micros) {
    List<String> broken = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < micros.length; i++) {
      Line line = problem.lines().get(i);
      total += micros[i];
      if (micros[i] < line.lowMicros() || micros[i] > line.highMicros()) {
        broken.add(line + " spends " + micros[i]);
      }
    }
    if (total < problem.leastMicros() || total > problem.mostMicros()) {
      broken.add("the budget spends " + total);
    }
    problem.groups().forEach(group -> spent(group, micros, broken));
    return broken;
  }

  private static long spent(Group group, long[] micros, List<String> broken) {
    long total = 0;
    for (int i : group.lines()) {
      total += micros[i];
    }
    for (Group inner : group.groups()) {
      total += spent(inner, micros, broken);
    }
    if (total < group.lowMicros() || total > group.highMicros()) {
      broken.add(group.name() + " spends " + total);
    }
    return total;
  }

  static double value(Problem problem, long[] micros) {
    double value = 0;
    for (int i = 0; i < micros.length; i++) {
      value += problem.lines().get(i).curve().at(micros[i] / Line.MICROS);
    }
    return value;
  }
}
