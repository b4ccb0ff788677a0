package dev.bellwether.ingest.query;

/** A piece of a query's text, with the column it begins at. */
sealed interface Lexeme {

  int column();

  record Open(int column) implements Lexeme {}

  record Close(int column) implements Lexeme {}

  record And(int column) implements Lexeme {}

  record Or(int column) implements Lexeme {}

  /**
   * @param sign as written: {@code NOT} or {@code -}
   */
  record Not(int column, String sign) implements Lexeme {}

  record Near(int column, boolean ordered, int distance) implements Lexeme {}

  /**
   * @param distance of {@code "…"~n}, or -1
   */
  record Quoted(int column, String text, int distance) implements Lexeme {}

  record Bare(int column, String text) implements Lexeme {}

  /** A known field's name and its colon. */
  record FieldName(int column, QueryField field) implements Lexeme {}

  record End(int column) implements Lexeme {}

  /** As it is shown in an error. */
  default String shown() {
    return switch (this) {
      case Open open -> "(";
      case Close close -> ")";
      case And and -> "AND";
      case Or or -> "OR";
      case Not(int at, String sign) -> sign;
      case Near near -> (near.ordered() ? "ONEAR/" : "NEAR/") + near.distance();
      case Quoted(int at, String text, int distance) -> '"' + text + '"';
      case Bare(int at, String text) -> text;
      case FieldName(int at, QueryField field) -> field.wireName() + ":";
      case End end -> "the end";
    };
  }
}
