package dev.bellwether.local.backends;

/** A password that shows in no log and no message. */
public record Password(String value) {

  @Override
  public String toString() {
    return "********";
  }
}
