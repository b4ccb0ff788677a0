package dev.bellwether.ingest.privacy.redaction;

/** What is taken out of a text, in the order in which a mention names the kinds. */
public enum Kind {
  EMAIL,
  PHONE,
  CARD,
  IBAN,
  ADDRESS,
  IP;

  private final String code = name().toLowerCase(java.util.Locale.ROOT);
  private final String placeholder = "[" + code + "]";

  /** As {@code flags.redacted} has it, such as {@code email}. */
  public String code() {
    return code;
  }

  /** What stands in the text instead, such as {@code [email]}. */
  public String placeholder() {
    return placeholder;
  }
}
