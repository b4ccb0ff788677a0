package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.kafka.EventTypes;
import dev.bellwether.ingest.monitor.MonitorStore;
import dev.bellwether.ingest.privacy.Account;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Erasures in PostgreSQL: begun here, read here; {@link ErasureSteps} takes them on. */
@ApplicationScoped
public class ErasureStore {

  /** Who must acknowledge: every service that reads erasures. */
  static final Set<String> EXPECTED = Set.copyOf(EventTypes.ERASURE_ACK.writers());

  private static final String BEFORE =
      "and (requested_at, id) < (select requested_at, id from erasure where workspace = ? and id = ?)";

  private final WorkspaceTransaction transactions;
  private final Digests digests;

  public ErasureStore(WorkspaceTransaction transactions, Digests digests) {
    this.transactions = transactions;
    this.digests = digests;
  }

  /**
   * Writes down what is to be erased and keeps it out from this moment on. The same while it is
   * under way is the same erasure.
   *
   * @return its id
   */
  String begin(String workspace, Subject subject, String reason) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          if (subject instanceof Subject.OfAuthor) {
            // A capture under way has not seen this erasure, nor would this see what it takes
            MonitorStore.holdCaptures(connection, workspace);
          }
          String id = UUID.randomUUID().toString();
          // Of two at once one waits for the other; what is completed meanwhile is begun anew
          while (!insert(connection, workspace, id, subject, reason)) {
            Optional<String> other = underWay(connection, workspace, subject);
            if (other.isPresent()) {
              return other.get();
            }
          }
          return id;
        });
  }

  private boolean insert(
      Connection connection, String workspace, String id, Subject subject, String reason)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into erasure
              (workspace, id, scope, subject, future, reason, state, requested_at, mentions, monitors,
               names_found, names_platform, names_account, names_post)
            values (?, ?, ?, ?, ?, ?, 'requested', now(), 0, ?, false, ?, ?, ?) on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setString(2, id);
      insert.setString(3, subject.scope());
      insert.setString(4, digest(workspace, subject));
      insert.setBoolean(5, subject instanceof Subject.OfAuthor author && author.future());
      insert.setString(6, reason);
      insert.setArray(
          7, connection.createArrayOf("text", naming(connection, workspace, subject).toArray()));
      insert.setString(8, subject.platform());
      insert.setString(
          9,
          subject instanceof Subject.OfAuthor author
              ? Account.normalised(author.platform(), author.account())
              : null);
      insert.setString(10, subject instanceof Subject.OfMention post ? post.nativeId() : null);
      if (insert.executeUpdate() == 0) {
        return false;
      }
    }
    Collection<String> ids = mentions(connection, workspace, subject);
    var kept = new TreeSet<String>();
    ids.forEach(mention -> kept.add(digests.ofMention(workspace, mention)));
    if (subject instanceof Subject.OfAuthor author && author.future()) {
      kept.add(digest(workspace, subject));
    }
    ErasedIdentities.add(connection, workspace, kept);
    addMentions(connection, workspace, id, ids);
    return true;
  }

  private String digest(String workspace, Subject subject) {
    return switch (subject) {
      case Subject.OfMention mention -> digests.ofMention(workspace, mention.id());
      case Subject.OfAuthor author ->
          digests.ofAuthor(workspace, author.platform(), author.account());
    };
  }

  private Optional<String> underWay(Connection connection, String workspace, Subject subject)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select id from erasure where workspace = ? and subject = ? and state <> 'completed'")) {
      select.setString(1, workspace);
      select.setString(2, digest(workspace, subject));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private Collection<String> mentions(Connection connection, String workspace, Subject subject)
      throws SQLException {
    return switch (subject) {
      case Subject.OfMention mention -> List.of(mention.id());
      case Subject.OfAuthor author ->
          idsOf(
              connection,
              workspace,
              digests.pseudonyms(workspace, author.platform(), author.account()));
    };
  }

  /** In the archive too: identities taken by a version before it do not name their author. */
  static Collection<String> idsOf(
      Connection connection, String workspace, Collection<String> pseudonyms) throws SQLException {
    var ids = new TreeSet<String>();
    try (var select =
        connection.prepareStatement(
            """
            select mention_id from mention_identity where workspace = ? and author = any(?)
            union
            select mention_id from archived_mention
            where workspace = ? and author = any(?)
            """)) {
      var names = connection.createArrayOf("text", pseudonyms.toArray());
      select.setString(1, workspace);
      select.setArray(2, names);
      select.setString(3, workspace);
      select.setArray(4, names);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  /** Monitors whose definition names the account; they are the workspace's own words and stay. */
  private static List<String> naming(Connection connection, String workspace, Subject subject)
      throws SQLException {
    var ids = new ArrayList<String>();
    if (subject instanceof Subject.OfAuthor author) {
      try (var select =
          connection.prepareStatement(
              """
              select id from monitor
              where workspace = ? and position(lower(?) in lower(definition::text)) > 0 order by id
              """)) {
        select.setString(1, workspace);
        select.setString(2, author.account());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getString(1));
          }
        }
      }
    }
    return ids;
  }

  private static void addMentions(
      Connection connection, String workspace, String erasure, Collection<String> ids)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into erasure_mention (workspace, erasure, mention_id) select ?, ?, m from unnest(?) m")) {
      insert.setString(1, workspace);
      insert.setString(2, erasure);
      insert.setArray(3, connection.createArrayOf("text", ids.toArray()));
      insert.executeUpdate();
    }
  }

  /** Notes what services say; the same again changes nothing. */
  static void acknowledge(
      Connection connection, String workspace, String erasure, Receipt.Acknowledgement ack)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into erasure_ack (workspace, erasure, service, erased_at, remains)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setString(2, erasure);
      insert.setString(3, ack.service());
      insert.setTimestamp(4, Timestamp.from(ack.erasedAt()));
      insert.setArray(5, connection.createArrayOf("text", ack.remains().toArray()));
      insert.executeUpdate();
    }
  }

  Optional<Receipt> find(String workspace, String id) {
    return transactions.inWorkspace(
        workspace,
        connection -> receipts(connection, workspace, "and id = ?", 1, id).stream().findFirst());
  }

  /**
   * Newest first.
   *
   * @param after the last one of the page before; null for the first page
   */
  List<Receipt> list(String workspace, int most, String after) {
    return transactions.inWorkspace(
        workspace,
        connection ->
            after == null
                ? receipts(connection, workspace, "", most)
                : receipts(connection, workspace, BEFORE, most, workspace, after));
  }

  private static List<Receipt> receipts(
      Connection connection, String workspace, String which, int most, String... parameters)
      throws SQLException {
    var ids = new ArrayList<String>();
    try (var select =
        connection.prepareStatement(
            "select id from erasure where workspace = ? %s order by requested_at desc, id desc limit ?"
                .formatted(which))) {
      select.setString(1, workspace);
      for (int i = 0; i < parameters.length; i++) {
        select.setString(2 + i, parameters[i]);
      }
      select.setInt(2 + parameters.length, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids.isEmpty() ? List.of() : receipts(connection, workspace, ids);
  }

  private static List<Receipt> receipts(Connection connection, String workspace, List<String> ids)
      throws SQLException {
    var acks = acknowledgements(connection, workspace, ids);
    var receipts = new ArrayList<Receipt>();
    try (var select =
        connection.prepareStatement(
            """
            select id, state, scope, requested_at, reason, mentions, mentions_redacted, future, monitors,
              announced_at, completed_at
            from erasure where workspace = ? and id = any(?) order by requested_at desc, id desc
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          receipts.add(receipt(row, acks.getOrDefault(row.getString("id"), List.of())));
        }
      }
    }
    return receipts;
  }

  private static Receipt receipt(ResultSet row, List<Receipt.Acknowledgement> acks)
      throws SQLException {
    var awaited = new TreeSet<>(EXPECTED);
    acks.forEach(ack -> awaited.remove(ack.service()));
    return new Receipt(
        row.getString("id"),
        row.getString("state"),
        row.getString("scope"),
        instant(row.getTimestamp("requested_at")),
        row.getString("reason"),
        row.getLong("mentions"),
        row.getLong("mentions_redacted"),
        row.getBoolean("future"),
        List.of((String[]) row.getArray("monitors").getArray()),
        acks,
        List.copyOf(awaited),
        awaited.isEmpty() ? null : instant(row.getTimestamp("announced_at")),
        instant(row.getTimestamp("completed_at")));
  }

  private static Map<String, List<Receipt.Acknowledgement>> acknowledgements(
      Connection connection, String workspace, List<String> ids) throws SQLException {
    var acks = new HashMap<String, List<Receipt.Acknowledgement>>();
    try (var select =
        connection.prepareStatement(
            """
            select erasure, service, erased_at, remains from erasure_ack
            where workspace = ? and erasure = any(?) order by erased_at, service
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          acks.computeIfAbsent(row.getString(1), unknown -> new ArrayList<>())
              .add(
                  new Receipt.Acknowledgement(
                      row.getString(2),
                      instant(row.getTimestamp(3)),
                      List.of((String[]) row.getArray(4).getArray())));
        }
      }
    }
    return acks;
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
