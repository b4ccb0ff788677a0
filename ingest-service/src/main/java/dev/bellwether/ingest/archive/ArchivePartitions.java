package dev.bellwether.ingest.archive;

import dev.bellwether.kit.storage.SqlWork;
import dev.bellwether.kit.storage.StorageException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The months (UTC, of the posts' own time) that have tables of their own in the archive. What lies
 * before {@link #FIRST} or after the next month is in the default tables.
 */
@ApplicationScoped
public class ArchivePartitions {

  private static final Logger LOG = Logger.getLogger(ArchivePartitions.class);

  /** Before this no network of today took posts; a time that claims it makes no table. */
  static final YearMonth FIRST = YearMonth.of(2006, 1);

  // Another instance may have dropped the month meanwhile
  private static final Duration TRUSTED = Duration.ofMinutes(10);
  private static final Duration RETRY = Duration.ofMinutes(1);

  /** How long a change waits for readers that hold the tables; they wait behind it meanwhile. */
  private static final String LOCK_TIMEOUT = "set local lock_timeout = '2s'";

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String MONTHS =
      """
      select c.relname, greatest(c.reltuples, 0)::bigint from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'archived_mention'::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$' order by c.relname
      """;

  /**
   * @param mentions about how many it holds, of all workspaces, as PostgreSQL estimates; 0 where it
   *     has not looked yet
   */
  public record Month(YearMonth month, long mentions) {}

  private final DataSource database;
  private final Clock clock;
  private final Map<YearMonth, Instant> settledUntil = new ConcurrentHashMap<>();

  public ArchivePartitions(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Sees to it that the months of these times have tables. Where one cannot be made just now (a
   * long export holds the default tables) its rows go into those, and move when it can be made.
   */
  void ensure(Collection<Instant> times) {
    Instant now = clock.instant();
    YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(1);
    var missing = new TreeSet<YearMonth>();
    for (Instant time : times) {
      YearMonth month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
      boolean regular = !month.isBefore(FIRST) && !month.isAfter(last);
      if (regular && !settledUntil.getOrDefault(month, Instant.MIN).isAfter(now)) {
        missing.add(month);
      }
    }
    missing.forEach(month -> settledUntil.put(month, now.plus(create(month) ? TRUSTED : RETRY)));
  }

  private boolean create(YearMonth month) {
    try {
      transaction(
          connection -> {
            try (var create = connection.prepareStatement("select archive_create_month(?)")) {
              create.setDate(1, Date.valueOf(month.atDay(1)));
              return create.execute();
            }
          });
      return true;
    } catch (StorageException e) {
      if (!LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
        throw e;
      }
      LOG.infof("the archive's tables of %s wait for a reader; tried again in %s", month, RETRY);
      return false;
    }
  }

  /** The months that have tables, oldest first. */
  public List<Month> months() {
    return transaction(
        connection -> {
          var months = new ArrayList<Month>();
          try (var select = connection.prepareStatement(MONTHS);
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              String name = rows.getString(1);
              YearMonth month =
                  YearMonth.parse(name.substring(name.length() - 7).replace('_', '-'));
              months.add(new Month(month, rows.getLong(2)));
            }
          }
          return months;
        });
  }

  /**
   * Removes a month of every workspace: its mentions, scores and engagement.
   *
   * @return false where somebody reads the tables right now; nothing has changed then
   */
  public boolean drop(YearMonth month) {
    return drop(month, false);
  }

  /**
   * Removes a month's tables when no workspace has a mention in them any more.
   *
   * @return false where one has, or somebody reads them right now; nothing has changed then
   */
  public boolean dropIfEmpty(YearMonth month) {
    return drop(month, true);
  }

  private boolean drop(YearMonth month, boolean onlyEmpty) {
    try {
      boolean gone =
          transaction(
              connection -> {
                try (var drop = connection.prepareStatement("select archive_drop_month(?, ?)")) {
                  drop.setDate(1, Date.valueOf(month.atDay(1)));
                  drop.setBoolean(2, onlyEmpty);
                  try (ResultSet row = drop.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                  }
                }
              });
      if (gone) {
        settledUntil.remove(month);
      }
      return gone;
    } catch (StorageException e) {
      if (!LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
        throw e;
      }
      return false;
    }
  }

  /** Of tables, not of anybody's rows: so it belongs to no workspace. */
  private <T> T transaction(SqlWork<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection();
                  var limit = connection.createStatement()) {
                limit.execute(LOCK_TIMEOUT);
                return work.run(connection);
              } catch (SQLException e) {
                throw new StorageException(e);
              }
            });
  }
}
