package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Near;
import dev.bellwether.ingest.query.Expression.Or;
import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.List;

/** Finds every stretch of a text that a part of a {@code NEAR} stands for. */
@FunctionalInterface
interface Stretches {

  void addTo(Spans found, PostTokens tokens);

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
      case Word word -> of(WordSequence.of(word));
      case Phrase phrase -> of(WordSequence.of(phrase));
      case Or(List<Expression> parts) -> {
        List<Stretches> choices = parts.stream().map(Stretches::of).toList();
        yield (found, tokens) -> choices.forEach(choice -> choice.addTo(found, tokens));
      }
      case Near near -> of(near);
      default -> throw new IllegalArgumentException("NEAR cannot hold " + part);
    };
  }

  private static Stretches of(WordSequence words) {
    return (found, tokens) -> {
      for (int start = words.nextStart(tokens, -1);
          start >= 0;
          start = words.nextStart(tokens, start)) {
        found.add(start, start + words.length());
      }
    };
  }

  private static Stretches of(Near near) {
    Stretches left = of(near.left());
    Stretches right = of(near.right());
    return (found, tokens) -> {
      Spans lefts = left.in(tokens);
      Spans rights = right.in(tokens);
      lefts.joinPreceding(rights, near.distance(), found);
      if (!near.ordered()) {
        rights.joinPreceding(lefts, near.distance(), found);
      }
    };
  }
}
