package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.rollup.Contribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a batch of mentions asks for. Of several revisions of a mention only the newest is taken:
 * the others would be scored and counted only to be taken back.
 */
final class MentionBatch {

  /**
   * UTF-16 units of an encoded key, and of a monitor's id: an index row of PostgreSQL holds about
   * 2,700 bytes.
   */
  static final int MAX_KEY = 800;

  /** A mention to be scored, or a change that needs no score. */
  private record Item(Mention mention, Change change, String workspace, int revision) {}

  private final List<Item> settled = new ArrayList<>();
  private final Map<String, Item> newest = new LinkedHashMap<>();

  /**
   * Takes one record in, in the order of the log.
   *
   * @param mention null for a tombstone
   * @throws IllegalArgumentException when key and mention break the contract, without a word of
   *     their content
   */
  void add(RecordKey key, Mention mention) {
    requireMentionKey(key);
    String workspace = key.parts().get(0);
    String id = key.parts().get(1);
    if (mention == null) {
      var before = newest.remove(key.encode());
      if (before != null) {
        settled.add(before);
      }
      settled.add(new Item(null, new Change.Gone(id), workspace, 0));
      return;
    }
    require(
        workspace.equals(mention.workspace()) && id.equals(mention.id()),
        "key and value name different mentions");
    require(
        mention.revision() >= 1 && mention.cause() != null, "the mention has no revision or cause");
    int revision = mention.revision();
    if (mention.cause() == Cause.ERASED) {
      take(key, new Item(null, new Change.Erased(id, revision), workspace, revision));
    } else {
      requireScorable(mention);
      take(key, new Item(mention, null, workspace, revision));
    }
  }

  private void take(RecordKey key, Item item) {
    newest.merge(
        key.encode(), item, (known, next) -> next.revision() > known.revision() ? next : known);
  }

  /**
   * By workspace, in the order of the log for each mention.
   *
   * @param scoring scores many mentions, in the order given
   */
  Map<String, List<Change>> changes(Function<List<Mention>, List<Contribution>> scoring) {
    var items = new ArrayList<>(settled);
    items.addAll(newest.values());
    var scored =
        scoring
            .apply(items.stream().map(Item::mention).filter(mention -> mention != null).toList())
            .iterator();
    var changes = new TreeMap<String, List<Change>>();
    for (var item : items) {
      var change =
          item.mention() == null
              ? item.change()
              : new Change.Scored(item.mention().id(), scored.next());
      changes.computeIfAbsent(item.workspace(), workspace -> new ArrayList<>()).add(change);
    }
    return changes;
  }

  static void requireMentionKey(RecordKey key) {
    require(key.parts().size() == 2, "the key is not workspace and mention id");
    require(key.encode().length() <= MAX_KEY, "the key is longer than " + MAX_KEY + " characters");
  }

  private static void requireScorable(Mention mention) {
    require(
        mention.text() != null && mention.createdAt() != null,
        "the mention has no text or createdAt");
    require(
        mention.monitors().stream()
            .noneMatch(monitor -> monitor.isEmpty() || monitor.length() > MAX_KEY),
        "a monitor's id is empty or longer than " + MAX_KEY + " characters");
    require(isNatural(mention.engagement()), "a count of the engagement is below zero");
  }

  private static boolean isNatural(Engagement counts) {
    return counts == null
        || (counts.likes() >= 0 && counts.reposts() >= 0 && counts.replies() >= 0);
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnusableEventException(otherwise);
    }
  }
}
