package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.And;
import dev.bellwether.ingest.query.Expression.Near;
import dev.bellwether.ingest.query.Expression.Not;
import dev.bellwether.ingest.query.Expression.Or;
import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Place;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a query: {@code OR} binds weakest, then {@code AND} and mere adjacency, then {@code NOT},
 * then {@code NEAR}.
 */
final class QueryParser {

  private static final int MAX_DEPTH = 20;
  private static final int MAX_NESTED_NEAR = 5;

  /**
   * @param column of its first character; of a negation, that of its {@code NOT}
   * @param positive whether a match holds something, rather than only lacks something
   */
  private record Parsed(Expression expression, int column, boolean positive) {}

  private final List<Lexeme> lexemes;
  private final WordReading words = new WordReading();
  private int at;
  private int depth;
  private QueryField field;

  private QueryParser(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  static Expression parse(String text) throws QuerySyntaxException {
    int length = text.codePointCount(0, text.length());
    if (length > Query.MAX_LENGTH) {
      throw new QuerySyntaxException(
          Query.MAX_LENGTH + 1,
          "the query has "
              + length
              + " characters, at most "
              + Query.MAX_LENGTH
              + " are taken; split it in several.");
    }
    var parser = new QueryParser(QueryLexer.lexemes(text));
    if (parser.peek() instanceof Lexeme.End) {
      throw new QuerySyntaxException(1, "the query is empty; write at least one word.");
    }
    Parsed whole = parser.or();
    if (parser.peek() instanceof Lexeme.Close close) {
      throw new QuerySyntaxException(
          close.column(), "the parenthesis closes nothing; remove it, or open one before.");
    }
    if (!whole.positive()) {
      throw new QuerySyntaxException(
          whole.column(),
          "this only says what posts must not hold, so nearly every post would match; add what they must hold.");
    }
    return whole.expression();
  }

  private Parsed or() throws QuerySyntaxException {
    Parsed first = and();
    if (!(peek() instanceof Lexeme.Or)) {
      return first;
    }
    List<Expression> parts = new ArrayList<>();
    Parsed last = first;
    Parsed negative = first.positive() ? null : first;
    addTo(parts, last, Or.class);
    while (peek() instanceof Lexeme.Or) {
      take();
      last = and();
      negative = negative == null && !last.positive() ? last : negative;
      addTo(parts, last, Or.class);
    }
    return new Parsed(
        new Or(parts), negative == null ? first.column() : negative.column(), negative == null);
  }

  private Parsed and() throws QuerySyntaxException {
    Parsed first = not();
    List<Expression> parts = new ArrayList<>();
    addTo(parts, first, And.class);
    boolean positive = first.positive();
    while (peek() instanceof Lexeme.And || startsOperand(peek())) {
      if (peek() instanceof Lexeme.And) {
        take();
      }
      Parsed next = not();
      positive |= next.positive();
      addTo(parts, next, And.class);
    }
    return parts.size() == 1 || first.expression() instanceof And and && and.parts().equals(parts)
        ? first
        : new Parsed(new And(parts), first.column(), positive);
  }

  private static void addTo(List<Expression> parts, Parsed parsed, Class<?> flattened) {
    switch (parsed.expression()) {
      case And(List<Expression> inner) when flattened == And.class -> parts.addAll(inner);
      case Or(List<Expression> inner) when flattened == Or.class -> parts.addAll(inner);
      default -> parts.add(parsed.expression());
    }
  }

  private Parsed not() throws QuerySyntaxException {
    int column = peek().column();
    boolean negated = false;
    while (peek() instanceof Lexeme.Not) {
      take();
      negated = !negated;
    }
    Parsed part = near();
    if (!negated) {
      return part;
    }
    return part.expression() instanceof Not(Expression inner)
        ? new Parsed(inner, column, true)
        : new Parsed(new Not(part.expression()), column, !part.positive());
  }

  private Parsed near() throws QuerySyntaxException {
    Parsed left = primary();
    while (peek() instanceof Lexeme.Near near) {
      take();
      Parsed right = primary();
      checkPlace(left.expression(), near);
      checkPlace(right.expression(), near);
      var joined = new Near(near.ordered(), near.distance(), left.expression(), right.expression());
      if (nesting(joined) > MAX_NESTED_NEAR) {
        throw new QuerySyntaxException(
            near.column(),
            "at most "
                + MAX_NESTED_NEAR
                + " NEARs may lie within one another; join some with AND.");
      }
      left = new Parsed(joined, left.column(), true);
    }
    return left;
  }

  private static void checkPlace(Expression part, Lexeme.Near near) throws QuerySyntaxException {
    if (!isPlace(part)) {
      throw new QuerySyntaxException(
          near.column(),
          near.shown()
              + " takes words, phrases and groups of them with OR on both sides; join the rest with AND outside.");
    }
  }

  private static boolean isPlace(Expression part) {
    return part instanceof Place
        || part instanceof Or(List<Expression> choices)
            && choices.stream().allMatch(QueryParser::isPlace);
  }

  private static int nesting(Expression part) {
    return switch (part) {
      case Near near -> 1 + Math.max(nesting(near.left()), nesting(near.right()));
      case Or(List<Expression> choices) ->
          choices.stream().mapToInt(QueryParser::nesting).max().orElse(0);
      default -> 0;
    };
  }

  private Parsed primary() throws QuerySyntaxException {
    Lexeme lexeme = take();
    return switch (lexeme) {
      case Lexeme.Open(int column) -> group(column);
      case Lexeme.FieldName(int column, QueryField name) -> ofField(column, name);
      case Lexeme.Quoted quoted ->
          new Parsed(
              field == null ? quoted(quoted) : value(quoted.text(), quoted.column()),
              quoted.column(),
              true);
      case Lexeme.Bare(int column, String text) ->
          new Parsed(field == null ? words.bare(text, column) : value(text, column), column, true);
      case Lexeme.Close close -> throw operandMissing(close.column(), ")");
      case Lexeme.End end -> throw operandMissing(end.column(), "the end");
      default ->
          throw new QuerySyntaxException(
              lexeme.column(),
              lexeme.shown()
                  + " has nothing to its left; write a word before it, or quote it to search for it.");
    };
  }

  private QuerySyntaxException operandMissing(int column, String found) {
    Optional<Lexeme> before = at >= 2 ? Optional.of(lexemes.get(at - 2)) : Optional.empty();
    if (before.isPresent() && before.get() instanceof Lexeme.Open(int opened)) {
      return found.equals(")")
          ? new QuerySyntaxException(
              opened, "there is nothing between the parentheses; write a word or remove them.")
          : unclosed(opened);
    }
    if (before.isEmpty()) {
      return new QuerySyntaxException(
          column, "the parenthesis closes nothing; remove it, or open one before.");
    }
    return new QuerySyntaxException(
        before.get().column(),
        before.get().shown() + " has nothing to its right; write a word after it or remove it.");
  }

  private static QuerySyntaxException unclosed(int column) {
    return new QuerySyntaxException(column, "the parenthesis is not closed; write a ) after it.");
  }

  private Parsed group(int column) throws QuerySyntaxException {
    if (++depth > MAX_DEPTH) {
      throw new QuerySyntaxException(
          column, "parentheses lie more than " + MAX_DEPTH + " deep; remove some.");
    }
    Parsed inner = or();
    if (!(take() instanceof Lexeme.Close)) {
      throw unclosed(column);
    }
    depth--;
    return inner.positive() ? new Parsed(inner.expression(), column, true) : inner;
  }

  private Parsed ofField(int column, QueryField name) throws QuerySyntaxException {
    if (field != null) {
      throw new QuerySyntaxException(
          column,
          name.wireName()
              + ": stands within the values of "
              + field.wireName()
              + ":; close the parenthesis before it.");
    }
    field = name;
    Parsed value = primary();
    field = null;
    return new Parsed(
        value.expression(), value.positive() ? column : value.column(), value.positive());
  }

  private Expression value(String text, int column) throws QuerySyntaxException {
    words.count(column);
    return field.read(text, column);
  }

  private Expression quoted(Lexeme.Quoted quoted) throws QuerySyntaxException {
    Place place = words.quoted(quoted.text(), quoted.column());
    if (quoted.distance() < 0 || !(place instanceof Phrase(List<Word> parts))) {
      return place;
    }
    Expression joined = parts.getFirst();
    for (Word word : parts.subList(1, parts.size())) {
      joined = new Near(false, quoted.distance(), joined, word);
    }
    if (nesting(joined) > MAX_NESTED_NEAR) {
      throw new QuerySyntaxException(
          quoted.column(),
          "\"…\"~" + quoted.distance() + " takes at most " + (MAX_NESTED_NEAR + 1) + " words.");
    }
    return joined;
  }

  private static boolean startsOperand(Lexeme lexeme) {
    return switch (lexeme) {
      case Lexeme.Open open -> true;
      case Lexeme.Not not -> true;
      case Lexeme.Quoted quoted -> true;
      case Lexeme.Bare bare -> true;
      case Lexeme.FieldName name -> true;
      default -> false;
    };
  }

  private Lexeme peek() {
    return lexemes.get(at);
  }

  private Lexeme take() {
    Lexeme lexeme = lexemes.get(at);
    at = Math.min(at + 1, lexemes.size());
    return lexeme;
  }
}
