package dev.bellwether.sentiment.summary;

/**
 * Who wrote some mentions.
 *
 * @param authors how many different ones
 * @param mentions how many of the mentions are theirs; the others' author is not known
 */
public record Authors(long authors, long mentions) {

  public static final Authors NONE = new Authors(0, 0);
}
