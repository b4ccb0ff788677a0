package dev.bellwether.ingest.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query's text apart. Columns count code points, from 1. */
final class QueryLexer {

  static final int MAX_DISTANCE = 50;

  private static final Pattern NEAR =
      Pattern.compile("(O?)NEAR(?:/([0-9]{0,9})(f?))?", Pattern.CASE_INSENSITIVE);
  private static final String QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  private static final int FULL_WIDTH = 0xFF01;
  private static final int FULL_WIDTH_END = 0xFF5E;

  private final int[] text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private QueryLexer(String text) {
    this.text = text.codePoints().map(QueryLexer::plain).toArray();
  }

  static List<Lexeme> lexemes(String text) throws QuerySyntaxException {
    var lexer = new QueryLexer(text);
    lexer.run();
    return lexer.lexemes;
  }

  /** As phones and word processors write quotes, and keyboards of wide scripts write signs. */
  private static int plain(int c) {
    if (QUOTES.indexOf(c) >= 0) {
      return '"';
    }
    return c >= FULL_WIDTH && c <= FULL_WIDTH_END ? c - FULL_WIDTH + '!' : c;
  }

  private void run() throws QuerySyntaxException {
    while (true) {
      while (at < text.length && isBlank(text[at])) {
        at++;
      }
      int column = at + 1;
      if (at == text.length) {
        lexemes.add(new Lexeme.End(column));
        return;
      }
      switch (text[at]) {
        case '(' -> {
          lexemes.add(new Lexeme.Open(column));
          at++;
        }
        case ')' -> {
          lexemes.add(new Lexeme.Close(column));
          at++;
        }
        case '"' -> quoted();
        case '[' -> lexemes.add(new Lexeme.Bare(column, range()));
        default -> bare();
      }
    }
  }

  private void quoted() throws QuerySyntaxException {
    int start = at;
    int end = start + 1;
    while (end < text.length && text[end] != '"') {
      end++;
    }
    if (end == text.length) {
      throw new QuerySyntaxException(
          start + 1, "the quotation mark is not closed; write a second \" after the phrase.");
    }
    at = end + 1;
    int distance = -1;
    if (at < text.length && text[at] == '~') {
      int tilde = at;
      at++;
      int digits = at;
      while (at < text.length && text[at] >= '0' && text[at] <= '9') {
        at++;
      }
      distance = distance(string(digits, at), tilde + 1, "\"…\"~5");
    }
    lexemes.add(new Lexeme.Quoted(start + 1, string(start + 1, end), distance));
  }

  private String range() {
    int start = at;
    while (at < text.length && text[at] != ']') {
      at++;
    }
    at = Math.min(at + 1, text.length);
    return string(start, at);
  }

  private void bare() throws QuerySyntaxException {
    int start = at;
    if (text[start] == '-' && start + 1 < text.length && !endsWord(start + 1)) {
      lexemes.add(new Lexeme.Not(start + 1, "-"));
      at++;
      return;
    }
    if (DASHES.indexOf(text[start]) >= 0 && start + 1 < text.length && !isBlank(text[start + 1])) {
      throw new QuerySyntaxException(
          start + 1, "a long dash excludes nothing; write a hyphen (-word) or NOT.");
    }
    while (at < text.length && !endsWord(at) && text[at] != '(' && text[at] != '"') {
      Optional<QueryField> field =
          text[at] == ':' ? QueryField.named(string(start, at)) : Optional.empty();
      at++;
      if (field.isPresent()) {
        lexemes.add(new Lexeme.FieldName(start + 1, field.get()));
        checkHasValue(field.get());
        return;
      }
    }
    word(start + 1, string(start, at));
  }

  private void checkHasValue(QueryField field) throws QuerySyntaxException {
    if (at == text.length || isBlank(text[at]) || text[at] == ')') {
      throw new QuerySyntaxException(
          at + 1,
          field.wireName()
              + ": has no value; write it right behind the colon, such as "
              + field.example()
              + ".");
    }
  }

  private void word(int column, String word) throws QuerySyntaxException {
    switch (word) {
      case "AND" -> lexemes.add(new Lexeme.And(column));
      case "OR" -> lexemes.add(new Lexeme.Or(column));
      case "NOT" -> lexemes.add(new Lexeme.Not(column, "NOT"));
      default -> {
        Matcher near = NEAR.matcher(word);
        if (near.matches()
            && (near.group(2) != null || word.equals("NEAR") || word.equals("ONEAR"))) {
          lexemes.add(near(column, word, near));
        } else {
          lexemes.add(new Lexeme.Bare(column, word));
        }
      }
    }
  }

  /** Also Brandwatch's {@code NEAR/3f}, which is ordered. */
  private static Lexeme near(int column, String word, Matcher near) throws QuerySyntaxException {
    boolean ordered = !near.group(1).isEmpty() || "f".equals(near.group(3));
    String example = ordered ? "ONEAR/3" : "NEAR/3";
    boolean upper = word.startsWith(ordered && !near.group(1).isEmpty() ? "ONEAR" : "NEAR");
    if (!upper) {
      throw new QuerySyntaxException(column, "operators are written in capitals: " + example + ".");
    }
    return new Lexeme.Near(column, ordered, distance(near.group(2), column, example));
  }

  private static int distance(String digits, int column, String example)
      throws QuerySyntaxException {
    if (digits == null || digits.isEmpty()) {
      throw new QuerySyntaxException(
          column, "the number of words that may lie between is missing; write " + example + ".");
    }
    if (digits.length() > 2 || Integer.parseInt(digits) > MAX_DISTANCE) {
      throw new QuerySyntaxException(
          column, "at most " + MAX_DISTANCE + " words may lie between; write a smaller number.");
    }
    return Integer.parseInt(digits);
  }

  private boolean endsWord(int position) {
    return isBlank(text[position]) || text[position] == ')';
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private String string(int start, int end) {
    return new String(text, start, end - start);
  }
}
