package dev.bellwether.trend.alerting.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of RFC 5321's addresses that mail servers have in common: a dot-atom, an at sign, a
 * domain. No quotes, comments, routes or names, in which a second address or a header could hide.
 */
public final class Mailbox {

  private static final int LONGEST = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=[^@]{1,64}@)%s(?:\\.%s)*@%s(?:\\.%s)*".formatted(ATOM, ATOM, LABEL, LABEL));

  private Mailbox() {}

  /** What is wrong with an address, as a sentence with the remedy; empty where nothing is. */
  public static Optional<String> flaw(String address) {
    return address.length() <= LONGEST && ADDRESS.matcher(address).matches()
        ? Optional.empty()
        : Optional.of(
            "Each address must be one plain mailbox such as name@example.com, without a display"
                + " name; write a domain with other letters in its xn-- form.");
  }
}
