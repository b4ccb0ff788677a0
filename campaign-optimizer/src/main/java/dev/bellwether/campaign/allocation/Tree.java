package dev.bellwether.campaign.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The groups of a problem as arrays. Lines get a new order in which those of a group stand side by
 * side: first its own, then those of the groups in it. Groups are numbered from the innermost
 * outwards; the last is the whole budget.
 */
final class Tree {

  private static final int DEEPEST = 200;

  /** By place, the line's number in the problem. */
  final int[] line;

  /** Bounds of lines by place, in micros. */
  final long[] low;

  final long[] high;

  /** The innermost group of each place. */
  final int[] groupOf;

  final int[] from;
  final int[] to;

  /** A group's own lines end here; those of the groups in it follow. */
  final int[] ownTo;

  final int[] parent;
  final int[][] children;

  /** Own bounds of groups in micros. */
  final long[] least;

  final long[] most;
  final String[] name;

  private final List<Line> lines;
  private int places;
  private int groups;

  private Tree(Problem problem, int count) {
    lines = problem.lines();
    int n = lines.size();
    line = new int[n];
    low = new long[n];
    high = new long[n];
    groupOf = new int[n];
    from = new int[count];
    to = new int[count];
    ownTo = new int[count];
    parent = new int[count];
    children = new int[count][];
    least = new long[count];
    most = new long[count];
    name = new String[count];
  }

  /**
   * @throws IllegalArgumentException when a line lies in two groups or in none of the problem's
   */
  static Tree of(Problem problem) {
    Tree tree = new Tree(problem, 1 + count(problem.groups(), 0));
    boolean[] placed = new boolean[problem.lines().size()];
    mark(problem.groups(), placed);
    List<Integer> loose = new ArrayList<>();
    for (int i = 0; i < placed.length; i++) {
      if (!placed[i]) {
        loose.add(i);
      }
    }
    tree.add(
        problem,
        new Group("budget", loose, problem.groups(), problem.leastMicros(), problem.mostMicros()));
    tree.parent[tree.root()] = -1;
    return tree;
  }

  /** The same tree with bounds of its own. */
  Tree copy() {
    return new Tree(this);
  }

  private Tree(Tree of) {
    lines = of.lines;
    line = of.line;
    low = of.low.clone();
    high = of.high.clone();
    groupOf = of.groupOf;
    from = of.from;
    to = of.to;
    ownTo = of.ownTo;
    parent = of.parent;
    children = of.children;
    least = of.least.clone();
    most = of.most.clone();
    name = of.name;
  }

  int root() {
    return from.length - 1;
  }

  Line lineAt(int place) {
    return lines.get(line[place]);
  }

  String lineName(int place) {
    return lineAt(place).name();
  }

  int size() {
    return line.length;
  }

  private static int count(List<Group> groups, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("groups are nested more than " + DEEPEST + " deep");
    }
    int count = groups.size();
    for (Group group : groups) {
      count += count(group.groups(), depth + 1);
    }
    return count;
  }

  private static void mark(List<Group> groups, boolean[] placed) {
    for (Group group : groups) {
      for (int i : group.lines()) {
        if (i < 0 || i >= placed.length) {
          throw new IllegalArgumentException(
              "group " + group.name() + " names line " + i + ", which is not there");
        }
        if (placed[i]) {
          throw new IllegalArgumentException(
              "line " + i + " lies in two groups, one of them " + group.name());
        }
        placed[i] = true;
      }
      mark(group.groups(), placed);
    }
  }

  private int add(Problem problem, Group group) {
    int begin = places;
    int own = begin;
    for (int i : group.lines()) {
      Line of = problem.lines().get(i);
      line[places] = i;
      low[places] = of.lowMicros();
      high[places++] = of.highMicros();
      own = places;
    }
    int[] inner = new int[group.groups().size()];
    for (int k = 0; k < inner.length; k++) {
      inner[k] = add(problem, group.groups().get(k));
    }
    int number = groups++;
    Arrays.fill(groupOf, begin, own, number);
    for (int child : inner) {
      parent[child] = number;
    }
    from[number] = begin;
    ownTo[number] = own;
    to[number] = places;
    children[number] = inner;
    least[number] = group.lowMicros();
    most[number] = group.highMicros();
    name[number] = group.name();
    return number;
  }
}
