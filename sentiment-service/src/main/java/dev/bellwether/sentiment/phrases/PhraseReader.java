package dev.bellwether.sentiment.phrases;

/** Reads English text into phrases. Several threads may use one at the same time. */
@FunctionalInterface
public interface PhraseReader {

  /**
   * Reads any text. An interrupt is heeded between two sentences: one under way is finished first.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  PhraseTrees read(String text) throws InterruptedException;
}
