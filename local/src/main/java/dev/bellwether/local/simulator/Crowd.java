package dev.bellwether.local.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Everybody who posts, by language: a few post much, most post once. */
final class Crowd {
  private static final int PEOPLE = 14_000;
  private static final int SPAMMERS = 90;

  /** The larger, the more of the posts come from the few. */
  private static final double SKEW = 2.2;

  private final Map<Tongue, List<Person>> people;
  private final Map<Tongue, List<Person>> spammers;

  private Crowd(Map<Tongue, List<Person>> people, Map<Tongue, List<Person>> spammers) {
    this.people = people;
    this.spammers = spammers;
  }

  static Crowd gather(RandomGenerator random) {
    Grammar names = Grammar.read("names.txt");
    Set<String> taken = new HashSet<>();
    return new Crowd(gather(names, PEOPLE, taken, random), gather(names, SPAMMERS, taken, random));
  }

  private static Map<Tongue, List<Person>> gather(
      Grammar names, int size, Set<String> taken, RandomGenerator random) {
    Map<Tongue, List<Person>> people = new EnumMap<>(Tongue.class);
    for (Tongue tongue : Tongue.values()) {
      List<Person> speakers = new ArrayList<>();
      while (speakers.size() < Math.max(3, size * tongue.share())) {
        Person person = Person.draw(names, Platform.draw(random), random);
        String handle = person.handle();
        while (!taken.add(handle)) {
          handle = person.handle() + random.nextInt(10, 9999);
        }
        speakers.add(new Person(handle, person.platform(), person.followers(), person.habits()));
      }
      people.put(tongue, speakers);
    }
    return people;
  }

  Person poster(Tongue tongue, boolean spam, RandomGenerator random) {
    List<Person> pool = (spam ? spammers : people).get(tongue);
    return pool.get((int) (pool.size() * StrictMath.pow(random.nextDouble(), SKEW)));
  }
}
