package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.And;
import dev.bellwether.ingest.query.Expression.Not;
import dev.bellwether.ingest.query.Expression.Or;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A question about posts, in the language of {@code docs/query-language.md}. */
public final class Query {

  /** Characters a query may have. */
  public static final int MAX_LENGTH = 8_192;

  private final String text;
  private final Expression expression;
  private final Condition condition;
  private final Prefilter prefilter;
  private final Anchor anchor;

  private Query(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
    this.condition = Condition.of(expression);
    this.prefilter = Prefilter.of(expression);
    this.anchor = Anchor.of(prefilter);
  }

  /**
   * @throws QuerySyntaxException when it does not read, asks for too much, or says only what posts
   *     must not hold
   */
  public static Query parse(String text) throws QuerySyntaxException {
    return new Query(text.strip(), QueryParser.parse(text));
  }

  /**
   * A post matches when it holds one of {@code keywords} and none of {@code excluded}; a keyword of
   * several words matches where they follow one another. Nothing in a keyword is an operator.
   *
   * @throws IllegalArgumentException when no keyword holds a word
   */
  public static Query anyOf(Collection<String> keywords, Collection<String> excluded) {
    List<Expression> wanted = places(keywords);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("none of the keywords holds a word");
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(wanted.size() == 1 ? wanted.getFirst() : new Or(wanted));
    places(excluded).forEach(place -> parts.add(new Not(place)));
    Expression whole = parts.size() == 1 ? parts.getFirst() : new And(parts);
    return new Query(QueryPrinter.print(whole), whole);
  }

  private static List<Expression> places(Collection<String> keywords) {
    return keywords.stream()
        .map(PostTokens::of)
        .filter(tokens -> tokens.size() > 0)
        .<Expression>map(QueryWords::place)
        .distinct()
        .toList();
  }

  /** Whether a keyword holds a word at all: one that does not could never match. */
  public static boolean isKeyword(String keyword) {
    return PostTokens.of(keyword).size() > 0;
  }

  public boolean matches(Searchable post) {
    return condition.holds(post);
  }

  /** As it was given, without blanks at its ends. */
  public String text() {
    return text;
  }

  public Expression expression() {
    return expression;
  }

  /** What an index can answer of it. */
  public Prefilter prefilter() {
    return prefilter;
  }

  /** Where an index files it: told once, for an index is made anew with every change of a query. */
  Anchor anchor() {
    return anchor;
  }

  @Override
  public String toString() {
    return text;
  }
}
