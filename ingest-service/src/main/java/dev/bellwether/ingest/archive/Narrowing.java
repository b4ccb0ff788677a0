package dev.bellwether.ingest.archive;

import dev.bellwether.ingest.query.Prefilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a query says of its matches, as a condition on {@code archived_mention m} that the indexes
 * answer: it lets every match through, and others as well.
 */
final class Narrowing {

  /** A part of the condition: words are gathered, so that the index is asked once. */
  private sealed interface Part {

    /**
     * @param query as PostgreSQL's {@code tsquery} is written
     */
    record Words(String query) implements Part {}

    record Columns(Condition condition) implements Part {}

    record Anything() implements Part {}
  }

  private final Function<String, Set<String>> pseudonymsOf;

  /**
   * @param pseudonymsOf all that an account may have in the workspace, on any platform
   */
  Narrowing(Function<String, Set<String>> pseudonymsOf) {
    this.pseudonymsOf = pseudonymsOf;
  }

  /** Empty where nothing is known of the matches. */
  Optional<Condition> of(Prefilter prefilter) {
    return condition(part(prefilter));
  }

  private static Optional<Condition> condition(Part part) {
    return switch (part) {
      case Part.Words(String query) ->
          Optional.of(Condition.of("(m.search @@ ?::tsquery or m.search is null)", query));
      case Part.Columns(Condition condition) -> Optional.of(condition);
      case Part.Anything() -> Optional.empty();
    };
  }

  private Part part(Prefilter prefilter) {
    return switch (prefilter) {
      case Prefilter.Always() -> new Part.Anything();
      case Prefilter.HasTerm(String term) -> words(term, "");
      case Prefilter.HasPrefix(String prefix) -> words(prefix, ":*");
      case Prefilter.HasLanguage(String code) -> columns("m.language = ?", code);
      case Prefilter.HasPlatform(String name) -> columns("m.platform = ?", name);
      case Prefilter.HasKind(String name) -> columns("m.kind = ?", name);
      case Prefilter.HasFollowers(long least, long most) ->
          columns("m.followers between ? and ?", least, most);
      case Prefilter.IsBy(String account) ->
          columns(
              "m.author = any(?::text[])",
              (Object) pseudonymsOf.apply(account).toArray(String[]::new));
      case Prefilter.AllOf(List<Prefilter> parts) -> allOf(parts.stream().map(this::part).toList());
      case Prefilter.AnyOf(List<Prefilter> parts) -> anyOf(parts.stream().map(this::part).toList());
    };
  }

  private static Part columns(String sql, Object... values) {
    return new Part.Columns(Condition.of(sql, values));
  }

  private static Part words(String term, String ending) {
    return Lexemes.fits(term)
        ? new Part.Words("'" + term.replace("\\", "\\\\").replace("'", "''") + "'" + ending)
        : new Part.Anything();
  }

  private static Part allOf(List<Part> parts) {
    return gather(
        "and", " & ", parts.stream().filter(p -> !(p instanceof Part.Anything())).toList());
  }

  private static Part anyOf(List<Part> parts) {
    return parts.contains(new Part.Anything()) ? new Part.Anything() : gather("or", " | ", parts);
  }

  private static Part gather(String word, String sign, List<Part> parts) {
    var words = new ArrayList<String>();
    var conditions = new ArrayList<Condition>();
    for (Part part : parts) {
      if (part instanceof Part.Words(String query)) {
        words.add(query);
      } else {
        condition(part).ifPresent(conditions::add);
      }
    }
    if (words.isEmpty() && conditions.isEmpty()) {
      return new Part.Anything();
    }
    Part.Words together =
        words.isEmpty() ? null : new Part.Words("(" + String.join(sign, words) + ")");
    if (conditions.isEmpty()) {
      return together;
    }
    if (together != null) {
      conditions.addFirst(condition(together).orElseThrow());
    }
    return new Part.Columns(Condition.join(word, conditions));
  }
}
