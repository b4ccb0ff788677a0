package dev.bellwether.ingest.query;

import java.util.List;

/**
 * What a query asks for, as a tree. {@link QueryPrinter} writes it back as text, and reading that
 * text gives an equal tree.
 */
public sealed interface Expression {

  /** Something found at a place in the text. */
  sealed interface Place extends Expression {}

  /** One word of a {@link Phrase}, or one on its own. */
  sealed interface Word extends Place {

    /** {@code #}, {@code @} or {@code $} where it must stand right before the word, else 0. */
    char sign();
  }

  /**
   * @param word folded, without blanks; of Chinese, Japanese or Thai it may hold several tokens
   */
  record Term(char sign, String word) implements Word {}

  /**
   * @param pattern a folded word in which {@code *} stands for any characters and {@code ?} for one
   */
  record Wildcard(char sign, String pattern) implements Word {

    /** What every match begins with. */
    String prefix() {
      int end = 0;
      while (pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
        end++;
      }
      return pattern.substring(0, end);
    }
  }

  /** Words that follow one another; at least two. */
  record Phrase(List<Word> words) implements Place {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /**
   * Two places with at most {@code distance} words between them, which do not overlap.
   *
   * @param ordered whether {@code left} must stand first
   * @param left a place, or an {@link Or} of places
   * @param right the same
   */
  record Near(boolean ordered, int distance, Expression left, Expression right) implements Place {}

  /** At least two parts, none of them an {@code And}. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least two parts, none of them an {@code Or}. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Expression part) implements Expression {}

  /** What is known of a post beside its words. */
  sealed interface Field extends Expression {}

  /**
   * @param account lower case, without {@code @}
   */
  record Author(String account) implements Field {}

  /**
   * @param code ISO 639-1, or {@code und}
   */
  record Language(String code) implements Field {}

  record Platform(String name) implements Field {}

  record Kind(String name) implements Field {}

  /**
   * @param host the link's host, or the end of it after a dot
   * @param path what the link's path begins with, from its first {@code /}; may be empty
   */
  record Link(String host, String path) implements Field {}

  /** Both ends inclusive. A post whose author's followers are unknown does not match. */
  record Followers(long least, long most) implements Field {}
}
