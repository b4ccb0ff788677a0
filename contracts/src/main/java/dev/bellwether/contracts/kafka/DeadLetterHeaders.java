package dev.bellwether.contracts.kafka;

/**
 * Headers of a record on {@code <topic>-dlq}; values are UTF-8 text. A dead letter has the key, the
 * value and the headers of the record that could not be used, and these, under the names that Kafka
 * Connect uses, so that known tools show them.
 */
public final class DeadLetterHeaders {

  /** Begins the name of every header that a reader adds to a dead letter. */
  public static final String PREFIX = "__connect.errors.";

  /** The topic it stood on. */
  public static final String TOPIC = PREFIX + "topic";

  /** The partition it stood in. */
  public static final String PARTITION = PREFIX + "partition";

  /** The offset it stood at. */
  public static final String OFFSET = PREFIX + "offset";

  /** The service that could not use it. */
  public static final String APPLICATION = PREFIX + "connector.name";

  /** Class of the Java exception. */
  public static final String ERROR_CLASS = PREFIX + "exception.class.name";

  /** What was wrong: one line that quotes nothing of the record's value. */
  public static final String ERROR_MESSAGE = PREFIX + "exception.message";

  /**
   * On a letter without its value, which was larger than a letter may be: how many bytes it had.
   * The record itself stands where the other headers say, for as long as its topic keeps it.
   */
  public static final String VALUE_LEFT_OUT = PREFIX + "value.left.out";

  /**
   * On a letter whose record had no key; the letter's own key then only tells it from other
   * letters.
   */
  public static final String KEYLESS = PREFIX + "keyless";

  /** On a record that {@code ./bellwether replay} sent: how many times it has been replayed. */
  public static final String REPLAYED = "bellwether-replayed";

  /**
   * On {@code <topic>-dlq}, on a record that is no letter but a receipt: the offsets of the letters
   * that are settled, separated by commas.
   */
  public static final String SETTLES = "bellwether-settles";

  /** On a receipt: {@code replayed}, or {@code superseded} by a newer record of the key. */
  public static final String OUTCOME = "bellwether-outcome";

  private DeadLetterHeaders() {}
}
