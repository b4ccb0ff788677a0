package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Near;
import dev.bellwether.ingest.query.Expression.Or;
import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.List;

/** Finds every stretch of a text that a part of a {@code NEAR} stands for. */
sealed interface Stretches {

  void addTo(Spans found, PostTokens tokens);

  /** False only where there is none. */
  boolean mayBeIn(PostTokens tokens);

  default Spans in(PostTokens tokens) {
    var found = new Spans();
    addTo(found, tokens);
    return found.sorted();
  }

  /**
   * @throws IllegalArgumentException when the part is neither a place nor a choice of places
   */
  static Stretches of(Expression part) {
    return switch (part) {
      case Word word -> new Of(WordSequence.of(word));
      case Phrase phrase -> new Of(WordSequence.of(phrase));
      case Or(List<Expression> parts) -> new Any(parts.stream().map(Stretches::of).toList());
      case Near near ->
          new Pairs(of(near.left()), of(near.right()), near.distance(), near.ordered());
      default -> throw new IllegalArgumentException("NEAR cannot hold " + part);
    };
  }

  /** Wherever the words stand. */
  record Of(WordSequence words) implements Stretches {

    @Override
    public void addTo(Spans found, PostTokens tokens) {
      for (int start = words.nextStart(tokens, -1);
          start >= 0;
          start = words.nextStart(tokens, start)) {
        found.add(start, start + words.length());
      }
    }

    @Override
    public boolean mayBeIn(PostTokens tokens) {
      return words.mayBeIn(tokens);
    }
  }

  /** Wherever one of the choices stands. */
  record Any(List<Stretches> choices) implements Stretches {

    @Override
    public void addTo(Spans found, PostTokens tokens) {
      for (Stretches choice : choices) {
        choice.addTo(found, tokens);
      }
    }

    @Override
    public boolean mayBeIn(PostTokens tokens) {
      for (Stretches choice : choices) {
        if (choice.mayBeIn(tokens)) {
          return true;
        }
      }
      return false;
    }
  }

  /** From one to the other, wherever two stand near one another. */
  record Pairs(Stretches left, Stretches right, int distance, boolean ordered)
      implements Stretches {

    @Override
    public void addTo(Spans found, PostTokens tokens) {
      Spans lefts = left.in(tokens);
      Spans rights = right.in(tokens);
      lefts.joinPreceding(rights, distance, found);
      if (!ordered) {
        rights.joinPreceding(lefts, distance, found);
      }
    }

    @Override
    public boolean mayBeIn(PostTokens tokens) {
      return left.mayBeIn(tokens) && right.mayBeIn(tokens);
    }
  }
}
