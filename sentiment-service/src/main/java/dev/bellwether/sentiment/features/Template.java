package dev.bellwether.sentiment.features;

/** Kinds of features. The salts are part of the model file's meaning: never reuse or change one. */
public enum Template {
  /** A word, or a word inside a hashtag. */
  WORD(2),
  /** A word in the scope of a negator. */
  NEGATED_WORD(3),
  /** Two neighbours, in their order. */
  PAIR(4),
  /** An emoji, an emoticon, punctuation; that an account or a link is there. */
  SIGN(5),
  HASHTAG(6),
  /** How it is written: capitals, elongation, length, what it begins and ends with. */
  STYLE(7),
  /** What a lexicon's column says of the whole post. */
  LEXICON(8),
  /** Some letters of a word, its borders included. */
  LETTERS(10);

  private final int salt;

  Template(int salt) {
    this.salt = salt;
  }

  int salt() {
    return salt;
  }

  /** Whether the feature is a word's own, so that a word vector can be folded into it. */
  public boolean word() {
    return this == WORD || this == NEGATED_WORD;
  }
}
