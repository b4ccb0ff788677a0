package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.query.Searchable;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filter made ready for a workspace: a condition that PostgreSQL narrows by, and the last word on
 * each candidate, which is the query's own. Not for several threads.
 */
final class Selection {

  private record Account(String platform, String name) {}

  private final String workspace;
  private final ArchiveFilter filter;
  private final AuthorPseudonyms pseudonyms;
  private final Map<Account, Set<String>> known = new HashMap<>();
  private final Condition condition;

  /**
   * @param platforms on which the workspace has mentions
   */
  Selection(
      String workspace, ArchiveFilter filter, AuthorPseudonyms pseudonyms, List<String> platforms) {
    this.workspace = workspace;
    this.filter = filter;
    this.pseudonyms = pseudonyms;
    this.condition = condition(platforms);
  }

  private Condition condition(List<String> platforms) {
    var all = new ArrayList<Condition>();
    all.add(Condition.of("m.workspace = ?", workspace));
    // a containment of arrays, so that the index on monitors serves it
    add(all, "m.monitors @> array[?]::text[]", filter.monitor());
    add(all, "m.platform = ?", filter.platform());
    add(all, "m.language = ?", filter.language());
    add(all, "s.label = ?", filter.label() == null ? null : filter.label().wireName());
    add(all, "m.kind = ?", filter.kind());
    add(all, "m.cluster = ?", filter.cluster());
    add(all, "m.author = ?", filter.author());
    add(all, "m.followers >= ?", filter.leastFollowers());
    if (!filter.tags().isEmpty()) {
      all.add(Condition.of("m.flags @> ?::text[]", (Object) filter.tags().toArray(String[]::new)));
    }
    if (!filter.notTags().isEmpty()) {
      all.add(
          Condition.of(
              "not m.flags && ?::text[]", (Object) filter.notTags().toArray(String[]::new)));
    }
    add(all, "m.created_at >= ?", filter.from() == null ? null : Timestamp.from(filter.from()));
    add(all, "m.created_at < ?", filter.to() == null ? null : Timestamp.from(filter.to()));
    if (filter.text() != null) {
      new Narrowing(account -> everywhere(platforms, account))
          .of(filter.text().prefilter())
          .ifPresent(all::add);
    }
    return Condition.join("and", all);
  }

  private static void add(List<Condition> conditions, String sql, Object value) {
    if (value != null) {
      conditions.add(Condition.of(sql, value));
    }
  }

  private Set<String> everywhere(List<String> platforms, String account) {
    var all = new TreeSet<String>();
    platforms.forEach(platform -> all.addAll(pseudonymsOf(platform, account)));
    return all;
  }

  private Set<String> pseudonymsOf(String platform, String account) {
    return known.computeIfAbsent(
        new Account(platform, account), key -> pseudonyms.of(workspace, platform, account));
  }

  /** On {@code archived_mention m}, and on {@code mention_score s} where it asks for a label. */
  Condition condition() {
    return condition;
  }

  boolean asksForScore() {
    return filter.label() != null;
  }

  boolean hasText() {
    return filter.text() != null;
  }

  /** Whether the condition alone decides, but for rows that the index does not know yet. */
  boolean isExact() {
    return filter.text() == null || Exactness.of(filter.text());
  }

  boolean matches(Mention mention) {
    return filter.text() == null
        || filter
            .text()
            .matches(
                Searchable.of(
                    mention,
                    account ->
                        mention.author().pseudonym() != null
                            && pseudonymsOf(mention.platform(), account)
                                .contains(mention.author().pseudonym())));
  }
}
