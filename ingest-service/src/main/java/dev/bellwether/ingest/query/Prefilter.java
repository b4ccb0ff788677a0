package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.And;
import dev.bellwether.ingest.query.Expression.Author;
import dev.bellwether.ingest.query.Expression.Followers;
import dev.bellwether.ingest.query.Expression.Kind;
import dev.bellwether.ingest.query.Expression.Language;
import dev.bellwether.ingest.query.Expression.Link;
import dev.bellwether.ingest.query.Expression.Near;
import dev.bellwether.ingest.query.Expression.Not;
import dev.bellwether.ingest.query.Expression.Or;
import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Platform;
import dev.bellwether.ingest.query.Expression.Term;
import dev.bellwether.ingest.query.Expression.Wildcard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A condition that every match of a query satisfies, in terms an index can answer: what it lets
 * through need not match, what it holds back never does.
 */
public sealed interface Prefilter {

  /** At least two parts, none of them {@link Always}. */
  record AllOf(List<Prefilter> parts) implements Prefilter {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** At least two parts, none of them {@link Always}. */
  record AnyOf(List<Prefilter> parts) implements Prefilter {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param term one of {@link Searchable#terms()}
   */
  record HasTerm(String term) implements Prefilter {}

  /**
   * @param prefix what one of {@link Searchable#terms()} begins with
   */
  record HasPrefix(String prefix) implements Prefilter {}

  record HasLanguage(String code) implements Prefilter {}

  record HasPlatform(String name) implements Prefilter {}

  record HasKind(String name) implements Prefilter {}

  /** Both ends inclusive; unknown is outside. */
  record HasFollowers(long least, long most) implements Prefilter {}

  /**
   * @param account lower case, without {@code @}
   */
  record IsBy(String account) implements Prefilter {}

  /** Nothing is known; every post may match. */
  record Always() implements Prefilter {}

  static Prefilter of(Expression expression) {
    return switch (expression) {
      case Term term -> allOf(terms(term.word()));
      case Wildcard wildcard -> new HasPrefix(wildcard.prefix());
      case Phrase phrase -> allOf(phrase.words().stream().map(Prefilter::of).toList());
      case Near near -> allOf(List.of(of(near.left()), of(near.right())));
      case And and -> allOf(and.parts().stream().map(Prefilter::of).toList());
      case Or or -> anyOf(or.parts().stream().map(Prefilter::of).toList());
      case Not not -> new Always();
      case Author author -> new IsBy(author.account());
      case Language language -> new HasLanguage(language.code());
      case Platform platform -> new HasPlatform(platform.name());
      case Kind kind -> new HasKind(kind.name());
      case Link link -> new HasTerm(Searchable.linkTerm(link.host()));
      case Followers followers -> new HasFollowers(followers.least(), followers.most());
    };
  }

  private static List<Prefilter> terms(String word) {
    return Arrays.stream(PostTokens.of(word).distinctWords()).<Prefilter>map(HasTerm::new).toList();
  }

  private static Prefilter allOf(List<Prefilter> parts) {
    List<Prefilter> flat = new ArrayList<>();
    for (Prefilter part : parts) {
      switch (part) {
        case AllOf(List<Prefilter> inner) -> flat.addAll(inner);
        case Always() -> {}
        default -> flat.add(part);
      }
    }
    List<Prefilter> distinct = flat.stream().distinct().toList();
    return switch (distinct.size()) {
      case 0 -> new Always();
      case 1 -> distinct.getFirst();
      default -> new AllOf(distinct);
    };
  }

  private static Prefilter anyOf(List<Prefilter> parts) {
    List<Prefilter> distinct = parts.stream().distinct().toList();
    if (distinct.contains(new Always())) {
      return new Always();
    }
    return distinct.size() == 1 ? distinct.getFirst() : new AnyOf(distinct);
  }
}
