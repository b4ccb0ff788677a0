package dev.bellwether.ingest.rows;

import dev.bellwether.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Checks the rows of requests, a few requests at a time: ten kilobytes of gzip may hold ten
 * megabytes of rows, and many such requests at once must not add up. The others wait their turn,
 * which is short, since nothing here waits for a client, a database or Kafka.
 */
@ApplicationScoped
public class RowIntake {

  private static final int AT_ONCE = 2;

  private final RequestRows rows = new RequestRows();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * @param body UTF-8; unpacked while it is read
   * @param reader makes a row of its fields
   * @throws ProblemException 400 or 413 when nobody can say what its rows are
   */
  public <T> List<Checked<T>> check(InputStream body, Function<RowFields, T> reader) {
    return check(body, reader, fields -> null);
  }

  /**
   * As {@link #check(InputStream, Function)}.
   *
   * @param identity reads who a bad row is, from what of it can be read
   */
  public <T> List<Checked<T>> check(
      InputStream body, Function<RowFields, T> reader, Function<RowFields, String> identity) {
    return inTurn(
        body, bytes -> rows.read(bytes).map(row -> RowFields.read(row, reader, identity)).toList());
  }

  /**
   * Makes something of a body when its turn has come.
   *
   * @throws ProblemException 400 or 413 when the body is not all there, or too large
   */
  public <T> T inTurn(InputStream body, Function<byte[], T> use) {
    turns.acquireUninterruptibly();
    try (body) {
      return use.apply(body.readAllBytes());
    } catch (IOException e) {
      throw ProblemException.badRequest("body", "The body breaks off; send all of it.");
    } finally {
      turns.release();
    }
  }
}
