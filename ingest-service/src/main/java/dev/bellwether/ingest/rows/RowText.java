package dev.bellwether.ingest.rows;

import dev.bellwether.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one row, cut out of a body before anything is made of it: so one row that is no JSON
 * spoils no other, in an array as little as in lines. It only says where the row stands, so that
 * all rows together take no more memory than their body.
 *
 * @param line the line of the body on which it begins, from 1
 * @param start where it begins in the body
 * @param end where it ends, exclusive
 */
record RowText(int line, int start, int end) {

  int length() {
    return end - start;
  }

  String of(String body) {
    return body.substring(start, end);
  }

  /** An object a line; blank lines are passed over. */
  static List<RowText> ofLines(String body, int most) {
    var rows = new ArrayList<RowText>();
    int line = 1;
    for (int start = 0; start < body.length(); line++) {
      int end = endOfLine(body, start);
      if (!isBlank(body, start, end)) {
        add(rows, new RowText(line, start, end), most);
      }
      start = body.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return rows;
  }

  private static int endOfLine(String body, int from) {
    int at = from;
    while (at < body.length() && body.charAt(at) != '\n' && body.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(String body, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Character.isWhitespace(body.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The elements of a JSON array: what lies between commas outside all brackets and strings.
   *
   * @throws ProblemException 400 when the array does not end, or is not all there is: then nobody
   *     can say what its rows are
   */
  static List<RowText> ofArray(String body, int most) {
    return new ArrayCutter(body, most).cut();
  }

  private static void add(List<RowText> rows, RowText row, int most) {
    if (rows.size() == most) {
      throw bad("The body has more than " + most + " rows; send it in several requests.");
    }
    rows.add(row);
  }

  private static ProblemException bad(String detail) {
    return ProblemException.badRequest("body", detail);
  }

  private static final class ArrayCutter {

    private final String body;
    private final int most;
    private final List<RowText> rows = new ArrayList<>();
    private int at;
    private int line = 1;
    private int start;
    private int startLine;

    private ArrayCutter(String body, int most) {
      this.body = body;
      this.most = most;
    }

    private List<RowText> cut() {
      skipBlank();
      at++; // the opening bracket
      begin();
      for (int depth = 1; depth > 0; at++) {
        if (at == body.length()) {
          throw bad(
              "The JSON array breaks off: a closing bracket or quotation mark is missing; send all of it.");
        }
        char c = body.charAt(at);
        switch (c) {
          case '\n' -> line++;
          case '"' -> skipString();
          case '[', '{' -> depth++;
          case ']', '}' -> {
            depth--;
            if (depth == 0) {
              end(rows.isEmpty());
            }
          }
          case ',' -> {
            if (depth == 1) {
              end(false);
              at++;
              begin();
              at--;
            }
          }
          default -> {}
        }
      }
      skipBlank();
      if (at < body.length()) {
        throw bad(
            "The body goes on after its JSON array, on line %d; send one array, or one object a line."
                .formatted(line));
      }
      return rows;
    }

    private void begin() {
      skipBlank();
      start = at;
      startLine = line;
    }

    private void end(boolean mayBeNone) {
      if (!mayBeNone || !isBlank(body, start, at)) {
        add(rows, new RowText(startLine, start, at), most);
      }
    }

    private void skipString() {
      for (at++; at < body.length() && body.charAt(at) != '"'; at++) {
        if (body.charAt(at) == '\\') {
          at++;
        } else if (body.charAt(at) == '\n') {
          line++;
        }
      }
      // Where it never ends, the loop over the array finds the end of the body
      at = Math.min(at, body.length() - 1);
    }

    private void skipBlank() {
      for (; at < body.length() && Character.isWhitespace(body.charAt(at)); at++) {
        if (body.charAt(at) == '\n') {
          line++;
        }
      }
    }
  }
}
