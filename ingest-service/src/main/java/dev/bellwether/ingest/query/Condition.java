package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.And;
import dev.bellwether.ingest.query.Expression.Author;
import dev.bellwether.ingest.query.Expression.Field;
import dev.bellwether.ingest.query.Expression.Followers;
import dev.bellwether.ingest.query.Expression.Kind;
import dev.bellwether.ingest.query.Expression.Language;
import dev.bellwether.ingest.query.Expression.Link;
import dev.bellwether.ingest.query.Expression.Near;
import dev.bellwether.ingest.query.Expression.Not;
import dev.bellwether.ingest.query.Expression.Or;
import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Platform;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.Comparator;
import java.util.List;

/** An {@link Expression} ready to be asked of many posts. */
@FunctionalInterface
interface Condition {

  boolean holds(Searchable post);

  static Condition of(Expression expression) {
    return switch (expression) {
      case Word word -> occurs(WordSequence.of(word));
      case Phrase phrase -> occurs(WordSequence.of(phrase));
      case Near near -> near(near);
      case And and -> all(and.parts());
      case Or or -> any(or.parts());
      case Not not -> {
        Condition part = of(not.part());
        yield post -> !part.holds(post);
      }
      case Field field -> fact(field);
    };
  }

  private static Condition occurs(WordSequence words) {
    return post -> words.isIn(post.tokens());
  }

  private static Condition near(Near near) {
    Stretches left = Stretches.of(near.left());
    Stretches right = Stretches.of(near.right());
    int distance = near.distance();
    boolean ordered = near.ordered();
    return post -> {
      // Most posts lack one side altogether, and are told so without anything being collected
      if (!left.mayBeIn(post.tokens()) || !right.mayBeIn(post.tokens())) {
        return false;
      }
      Spans lefts = left.in(post.tokens());
      if (lefts.isEmpty()) {
        return false;
      }
      Spans rights = right.in(post.tokens());
      return lefts.precede(rights, distance) || (!ordered && rights.precede(lefts, distance));
    };
  }

  private static Condition all(List<Expression> parts) {
    Condition[] conditions =
        parts.stream()
            .sorted(Comparator.comparingInt(Condition::effort))
            .map(Condition::of)
            .toArray(Condition[]::new);
    return post -> {
      for (Condition condition : conditions) {
        if (!condition.holds(post)) {
          return false;
        }
      }
      return true;
    };
  }

  /** What is soonest known is asked first. */
  private static int effort(Expression part) {
    return switch (part) {
      case Author author -> 5;
      case Field field -> 0;
      case Word word -> 1;
      case Or or -> 1 + or.parts().stream().mapToInt(Condition::effort).max().orElse(0);
      case Phrase phrase -> 3;
      case Not not -> 2 + effort(not.part());
      case Near near -> 5;
      case And and -> and.parts().stream().mapToInt(Condition::effort).max().orElse(0);
    };
  }

  private static Condition any(List<Expression> parts) {
    Condition[] conditions = parts.stream().map(Condition::of).toArray(Condition[]::new);
    return post -> {
      for (Condition condition : conditions) {
        if (condition.holds(post)) {
          return true;
        }
      }
      return false;
    };
  }

  private static Condition fact(Field field) {
    return switch (field) {
      case Author(String account) -> post -> post.isBy(account);
      case Language(String code) -> post -> code.equals(post.facts().language());
      case Platform(String name) -> post -> name.equals(post.facts().platform());
      case Kind(String name) -> post -> name.equals(post.facts().kind());
      case Link(String host, String path) -> post -> post.links(host, path);
      case Followers(long least, long most) ->
          post -> {
            Long followers = post.facts().followers();
            return followers != null && followers >= least && followers <= most;
          };
    };
  }
}
