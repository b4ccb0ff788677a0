package dev.bellwether.ingest.hygiene.duplicate;

import dev.bellwether.ingest.hygiene.duplicate.LabelledPairs.Pair;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints how well near copies are told on the labelled pairs, what becomes of all posts of the
 * crisis tweets, and what it costs. Arguments: the folder of the shared data, and {@code --sample
 * N} for N random joined pairs to read.
 */
public final class DuplicateBench {

  private DuplicateBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path data = arguments.length > 0 ? Path.of(arguments[0]) : CrisisTweets.sharedData();
    Map<String, String> tweets = CrisisTweets.in(data);
    List<Pair> pairs = new ArrayList<>(LabelledPairs.read(LabelledPairs.WRITTEN, Map.of()));
    pairs.addAll(LabelledPairs.read(LabelledPairs.TWEETS, tweets));
    System.out.print(LabelledPairs.report(pairs));
    Clusters clusters = Clusters.of(tweets);
    for (int run = 0; run < 6; run++) {
      clusters = Clusters.of(tweets);
    }
    System.out.print(clusters.report());
    if (arguments.length > 2) {
      clusters.sample(Integer.parseInt(arguments[2]), tweets);
    }
  }

  /** All posts, placed one after another as a service would. */
  private record Clusters(
      Map<String, List<String>> members, int tooShort, int copies, double microsEach) {

    static Clusters of(Map<String, String> tweets) {
      var texts = new WorkspaceTexts();
      texts.replace(List.of(), new WorkspaceTexts.State(0, 0, Instant.EPOCH));
      var members = new HashMap<String, List<String>>();
      int tooShort = 0;
      int copies = 0;
      long began = cpuNanos();
      long transaction = 1;
      var ids = new ArrayList<>(tweets.keySet());
      for (int from = 0; from < ids.size(); from += 500) {
        var placements = new Placements(texts, new byte[16], Instant.EPOCH);
        for (String id : ids.subList(from, Math.min(ids.size(), from + 500))) {
          var placement = placements.place(id, tweets.get(id));
          if (placement.isEmpty()) {
            tooShort++;
          } else {
            copies += placement.get().copy() ? 1 : 0;
            members.computeIfAbsent(placement.get().cluster(), c -> new ArrayList<>()).add(id);
          }
        }
        texts.add(
            placements.signatures(), new WorkspaceTexts.State(0, transaction++, Instant.EPOCH));
      }
      return new Clusters(members, tooShort, copies, (cpuNanos() - began) / 1e3 / tweets.size());
    }

    private static long cpuNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    String report() {
      List<Integer> largest =
          members.values().stream()
              .map(List::size)
              .sorted(Comparator.reverseOrder())
              .limit(10)
              .toList();
      long several = members.values().stream().filter(c -> c.size() > 1).count();
      int posts = members.values().stream().mapToInt(List::size).sum() + tooShort;
      return "%d posts, %d too short to compare, %d clusters, %d of several posts; %d copies (%.1f %%); largest %s; %.1f µs of CPU a post%n"
          .formatted(
              posts,
              tooShort,
              members.size(),
              several,
              copies,
              100.0 * copies / posts,
              largest,
              microsEach);
    }

    /** Random copies, each beside another post of its cluster. */
    void sample(int count, Map<String, String> tweets) {
      var random = new Random(1);
      var several = members.values().stream().filter(c -> c.size() > 1).toList();
      var copies =
          several.stream()
              .flatMap(c -> c.stream().skip(1).map(id -> List.of(c, List.of(id))))
              .toList();
      for (int i = 0; i < count; i++) {
        var chosen = copies.get(random.nextInt(copies.size()));
        var others = chosen.getFirst();
        String id = chosen.getLast().getFirst();
        String other = others.get(random.nextInt(others.size()));
        System.out.printf(
            "%d (%d)%n  %s%n  %s%n",
            i,
            others.size(),
            tweets.get(id),
            tweets.get(other.equals(id) ? others.getFirst() : other));
      }
    }
  }
}
