package dev.bellwether.ingest.archive;

import dev.bellwether.ingest.query.Expression;
import dev.bellwether.ingest.query.Prefilter;
import dev.bellwether.ingest.query.Query;

/** Whether a query's prefilter lets through its matches and nothing else. */
final class Exactness {

  private Exactness() {}

  static boolean of(Query query) {
    return of(query.expression());
  }

  private static boolean of(Expression expression) {
    return switch (expression) {
      // One folded word and no sign: to stand in the text is all it asks for
      case Expression.Term term ->
          term.sign() == 0
              && Prefilter.of(term) instanceof Prefilter.HasTerm(String word)
              && Lexemes.fits(word);
      case Expression.And and -> and.parts().stream().allMatch(Exactness::of);
      case Expression.Or or -> or.parts().stream().allMatch(Exactness::of);
      case Expression.Author _,
          Expression.Language _,
          Expression.Platform _,
          Expression.Kind _,
          Expression.Followers _ ->
          true;
      case Expression.Wildcard _,
          Expression.Phrase _,
          Expression.Near _,
          Expression.Not _,
          Expression.Link _ ->
          false;
    };
  }
}
