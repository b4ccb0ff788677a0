package dev.bellwether.kit.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What stands between every log record and the console. Exceptions quote what they choked on, and
 * that may be somebody's post: their words are kept only where they tell of machines. And a line
 * for each message that Kafka refuses says nothing that one line for the outage does not.
 */
@LoggingFilter(name = "bellwether")
public final class Discretion implements Filter {

  /** SmallRye's codes for one message that was not written. */
  private static final List<String> A_LINE_A_MESSAGE = List.of("SRMSG18206", "SRMSG18212");

  @Override
  public boolean isLoggable(LogRecord line) {
    String text = line.getMessage();
    if (text != null && A_LINE_A_MESSAGE.stream().anyMatch(text::startsWith)) {
      return false;
    }
    if (line.getThrown() != null && !(line.getThrown() instanceof Discreet)) {
      line.setThrown(Discreet.of(line.getThrown()));
    }
    if (line instanceof ExtLogRecord && line.getParameters() != null) {
      quiet(line);
    }
    return true;
  }

  /** An exception among the parameters of a line would be written with its words too. */
  private static void quiet(LogRecord line) {
    Object[] parameters = line.getParameters().clone();
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof Throwable thrown && !(thrown instanceof Discreet)) {
        parameters[i] = Discreet.of(thrown);
      }
    }
    line.setParameters(parameters);
  }
}
