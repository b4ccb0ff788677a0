package dev.bellwether.sentiment.features;

/** Kinds of features. The salts are part of the model file's meaning: never reuse or change one. */
public enum Template {
  BIAS(1),
  WORD(2),
  NEGATED_WORD(3),
  PAIR(4),
  SIGN(5),
  HASHTAG(6),
  STYLE(7),
  LEXICON_SUM(8),
  LEXICON_ENTRY(9);

  private final int salt;

  Template(int salt) {
    this.salt = salt;
  }

  int salt() {
    return salt;
  }
}
