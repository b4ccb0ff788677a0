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
import dev.bellwether.ingest.query.Expression.Word;
import java.util.stream.Collectors;

/** Writes a tree as text that reads back as the same tree. */
final class QueryPrinter {

  private QueryPrinter() {}

  static String print(Expression expression) {
    return switch (expression) {
      case Word word -> word(word);
      case Phrase phrase ->
          phrase.words().stream()
              .map(QueryPrinter::word)
              .collect(Collectors.joining(" ", "\"", "\""));
      case Near near ->
          operand(near.left())
              + (near.ordered() ? " ONEAR/" : " NEAR/")
              + near.distance()
              + " "
              + operand(near.right());
      case And and ->
          and.parts().stream()
              .map(part -> part instanceof Or ? grouped(part) : print(part))
              .collect(Collectors.joining(" AND "));
      case Or or ->
          or.parts().stream()
              .map(part -> part instanceof And ? grouped(part) : print(part))
              .collect(Collectors.joining(" OR "));
      case Not(Expression part) ->
          "NOT " + (part instanceof And || part instanceof Or ? grouped(part) : print(part));
      case Author(String account) -> "author:" + quotedIfNeeded(account);
      case Language(String code) -> "language:" + code;
      case Platform(String name) -> "platform:" + name;
      case Kind(String name) -> "kind:" + name;
      case Link(String host, String path) -> "link:" + quotedIfNeeded(host + path);
      case Followers(long least, long most) -> followers(least, most);
    };
  }

  private static String operand(Expression expression) {
    return expression instanceof Or || expression instanceof Near
        ? grouped(expression)
        : print(expression);
  }

  private static String grouped(Expression expression) {
    return "(" + print(expression) + ")";
  }

  private static String word(Word word) {
    String sign = word.sign() == 0 ? "" : String.valueOf(word.sign());
    return switch (word) {
      case Term term -> sign + term.word();
      case Wildcard wildcard -> sign + wildcard.pattern();
    };
  }

  private static String followers(long least, long most) {
    if (most == Long.MAX_VALUE) {
      return "followers:>=" + least;
    }
    return least == most ? "followers:" + least : "followers:[" + least + " TO " + most + "]";
  }

  private static String quotedIfNeeded(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isWhitespace(c) || c == '(' || c == ')') {
        return "\"" + value + "\"";
      }
    }
    return value;
  }
}
