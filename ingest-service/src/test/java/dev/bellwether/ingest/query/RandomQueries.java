package dev.bellwether.ingest.query;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Queries and texts of so few words that they often meet. */
final class RandomQueries {

  private static final List<String> WORDS =
      List.of("alpha", "alpine", "alps", "beta", "betas", "bet", "gamma");
  private static final List<String> SIGNS = List.of("", "", "", "", "", "#", "@", "$");
  private static final List<String> WILDCARDS =
      List.of("alp*", "alp?", "alpi?e", "beta*", "bet*s", "alp*e*", "gam??", "alp*a");

  private RandomQueries() {}

  /** A word as a post holds it, with what stands between it and the next. */
  record Written(String sign, String word, String gap) {}

  static Arbitrary<List<Written>> texts() {
    Arbitrary<Written> written =
        Combinators.combine(
                Arbitraries.of(SIGNS),
                Arbitraries.of(WORDS),
                Arbitraries.of(" ", ", ", " - ", "… ", "\n"))
            .as(Written::new);
    return written.list().ofMaxSize(16);
  }

  static String text(List<Written> words) {
    var text = new StringBuilder();
    words.forEach(word -> text.append(word.sign()).append(word.word()).append(word.gap()));
    return text.toString();
  }

  static Arbitrary<Query> ofWords() {
    return parsed(combined(flatPlaces(), 2));
  }

  static Arbitrary<Query> withFields() {
    return parsed(combined(Arbitraries.oneOf(flatPlaces(), nestedNear(), fields()), 3));
  }

  private static Arbitrary<Query> parsed(Arbitrary<String> texts) {
    return texts.filter(text -> parse(text) != null).map(RandomQueries::parse);
  }

  /** Null where it is only negative. */
  private static Query parse(String text) {
    try {
      return Query.parse(text);
    } catch (QuerySyntaxException e) {
      if (e.getMessage().contains("must not hold")) {
        return null;
      }
      throw new AssertionError(text + ": " + e.describe(), e);
    }
  }

  private static Arbitrary<String> word() {
    return Combinators.combine(
            Arbitraries.of(SIGNS),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(WORDS)), Tuple.of(1, Arbitraries.of(WILDCARDS))))
        .as(String::concat);
  }

  private static Arbitrary<String> phrase() {
    return word()
        .filter(word -> word.indexOf('?') < 0)
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(words -> '"' + String.join(" ", words) + '"');
  }

  private static Arbitrary<String> choice() {
    return Arbitraries.oneOf(word(), phrase())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(places -> "(" + String.join(" OR ", places) + ")");
  }

  private static Arbitrary<String> near(Arbitrary<String> operands) {
    return Combinators.combine(
            operands,
            Arbitraries.of("NEAR/", "ONEAR/"),
            Arbitraries.integers().between(0, 3),
            operands)
        .as((left, operator, distance, right) -> left + " " + operator + distance + " " + right);
  }

  private static Arbitrary<String> flatPlaces() {
    return Arbitraries.oneOf(word(), phrase(), near(choice()));
  }

  private static Arbitrary<String> nestedNear() {
    return near(Arbitraries.oneOf(choice(), near(choice()).map(near -> "(" + near + ")")));
  }

  private static Arbitrary<String> fields() {
    return Arbitraries.of(
        "language:en",
        "language:(en OR de)",
        "platform:x",
        "platform:(x OR bluesky)",
        "kind:reply",
        "author:jane",
        "author:\"jane doe\"",
        "link:acme.com",
        "link:shop.acme.com/sale",
        "followers:>100",
        "followers:<=100",
        "followers:[50 TO 500]");
  }

  private static Arbitrary<String> combined(Arbitrary<String> parts, int depth) {
    if (depth == 0) {
      return parts;
    }
    Arbitrary<String> inner = combined(parts, depth - 1);
    Arbitrary<String> operand =
        Combinators.combine(Arbitraries.of("", "", "", "NOT ", "-"), inner)
            .as((negation, part) -> negation + "(" + part + ")");
    return Arbitraries.oneOf(
        parts,
        Combinators.combine(operand, Arbitraries.of(" AND ", " OR ", " "), operand)
            .as((left, operator, right) -> left + operator + right),
        Combinators.combine(operand, Arbitraries.of(" AND ", " OR "), operand, operand)
            .as((left, operator, right, last) -> left + operator + right + operator + last));
  }
}
