package dev.bellwether.kit.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class DiscretionTest {

  private static final String SECRET = "ottoline@nowhere.example";

  private final Discretion discretion = new Discretion();

  @Test
  void whatAnExceptionQuotesIsNotLoggedWhereverItStandsInTheChain() {
    for (Exception quoting :
        new Exception[] {
          json(),
          new SQLException("invalid input syntax: \"" + SECRET + "\"", "22P02"),
          new SQLException("Key (id)=(" + SECRET + ") already exists", "23505"),
          new SQLException(SECRET),
          new SerializationException("cannot write " + SECRET),
          new IllegalArgumentException("no such label: " + SECRET),
          new RuntimeException(SECRET),
        }) {
      String logged = logged(new IllegalStateException("broken by " + quoting, quoting));
      assertFalse(logged.contains(SECRET), logged);
      assertTrue(logged.contains(quoting.getClass().getName()), logged);
      assertTrue(logged.contains("at " + getClass().getName()) || !hasOwnFrame(quoting), logged);
    }
  }

  @Test
  void whatTellsOfMachinesKeepsItsWords() {
    assertTrue(logged(new ConnectException("Connection refused")).contains("Connection refused"));
    assertTrue(
        logged(new SQLException("the connection attempt failed", "08001"))
            .contains("connection attempt failed"));
    assertTrue(logged(new NotLeaderOrFollowerException("partition 3")).contains("partition 3"));
  }

  @SuppressWarnings("deprecation") // no formatter here: the line as its record gives it
  @Test
  void anExceptionAmongTheParametersOfALineIsHeldToTheSame() {
    var line = new ExtLogRecord(Level.WARNING, "failed: %s", ExtLogRecord.FormatStyle.PRINTF, "x");
    line.setParameters(new Object[] {new IllegalArgumentException(SECRET)});
    assertTrue(discretion.isLoggable(line));
    assertEquals("failed: java.lang.IllegalArgumentException", line.getFormattedMessage());
  }

  @Test
  void aLineForEachMessageThatKafkaRefusesIsLeftOut() {
    assertFalse(
        discretion.isLoggable(new LogRecord(Level.SEVERE, "SRMSG18206: Unable to write to Kafka")));
    assertTrue(discretion.isLoggable(new LogRecord(Level.SEVERE, "SRMSG18203: nacked, fail-stop")));
  }

  private static boolean hasOwnFrame(Exception e) {
    return e.getStackTrace()[0].getClassName().equals(DiscretionTest.class.getName());
  }

  private static Exception json() {
    try {
      return new IllegalStateException(
          new ObjectMapper().readValue("\"" + SECRET + "\"", Instant.class).toString());
    } catch (JsonProcessingException e) {
      return e;
    }
  }

  private String logged(Throwable thrown) {
    var line = new LogRecord(Level.SEVERE, "it failed");
    line.setThrown(thrown);
    assertTrue(discretion.isLoggable(line));
    var text = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
