package dev.bellwether.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bellwether.kit.storage.StorageException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedDataTest {

  /** Bad data, a broken constraint, too much for an index; a lost connection, a full disk. */
  @ParameterizedTest
  @CsvSource({"22001, 422", "23505, 422", "54000, 422", "08006, 503", "53100, 503"})
  void whatTheDatabaseRefusesForItsDataIsNotToBeSentAgain(String state, int status) {
    var refused = new StorageException(new SQLException("said \"Jane\"\nJane's row", state));
    try (var answer = new ProblemMappers().storage(refused)) {
      assertEquals(status, answer.getStatus());
      var problem = (Problem) answer.getEntity();
      assertFalse(problem.detail().contains("Jane"), problem.detail());
      assertEquals(status == 503, problem.detail().contains("Try again"));
    }
  }

  @Test
  void badDataIsNotQuotedEvenOnTheFirstLine() {
    var refused =
        new StorageException(
            new SQLException("invalid input syntax for type integer: \"Jane\"", "22P02"));
    assertEquals("SQLSTATE 22P02", refused.getMessage());
  }
}
