package dev.bellwether.trend.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the terms of a bucket that leave their partition. All of them where there is room for
 * all. Else those that two authors used within the hour ({@link LocalTerms}): where there is not
 * even room for these, half of it goes to the most voices and half to those that stand furthest
 * above their {@link LocalHabit}; where there is room left, it goes to others by their fingerprint,
 * so that all partitions choose alike.
 *
 * <p>Its price: of a topic that one author an hour names in a partition, a busy partition may say
 * nothing. With P partitions a topic is seen whole from about 2 P authors an hour on.
 */
final class Candidates {

  /** Of more others than so many times the room too few could go to say anything. */
  private static final int TOO_MANY = 4;

  private final LocalTerms local;
  private final int room;
  private final List<Term> several = new ArrayList<>();
  private final List<Term> others = new ArrayList<>();
  private int otherCount;

  /** A term by its slot in the counter's table; more of it is worth more. */
  private record Term(int slot, long fingerprint, double worth) {}

  Candidates(LocalTerms local, int room) {
    this.local = local;
    this.room = room;
  }

  void add(int slot, long term, double voices) {
    if (voices >= 2 || local.severalSaid(term)) {
      several.add(new Term(slot, term, voices));
    } else {
      otherCount++;
      if (otherCount <= TOO_MANY * room) {
        others.add(new Term(slot, term, 0));
      }
    }
  }

  /** At most as many as there is room for. */
  List<Integer> slots() {
    var chosen = new LinkedHashSet<Integer>();
    if (several.size() > room) {
      take(several, room / 2, chosen);
      take(several.stream().map(this::surprising).toList(), room, chosen);
    } else {
      several.forEach(term -> chosen.add(term.slot));
      if (otherCount > TOO_MANY * room) {
        return List.copyOf(chosen);
      }
      take(others, room, chosen);
    }
    return List.copyOf(chosen);
  }

  private Term surprising(Term term) {
    double usual = local.habit().usual(term.fingerprint);
    return new Term(term.slot, term.fingerprint, (term.worth - usual) / Math.sqrt(usual + 1));
  }

  private static void take(List<Term> from, int until, Set<Integer> chosen) {
    var terms = from;
    if (chosen.size() + from.size() > until) {
      terms = new ArrayList<>(from);
      terms.sort(
          Comparator.<Term>comparingDouble(term -> -term.worth)
              .thenComparingLong(Term::fingerprint));
    }
    for (int i = 0; i < terms.size() && chosen.size() < until; i++) {
      chosen.add(terms.get(i).slot);
    }
  }
}
