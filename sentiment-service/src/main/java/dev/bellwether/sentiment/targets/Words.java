package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.List;

/** The folded words of a name or phrase. */
final class Words {

  private static final String MEANINGFUL_SIGNS = "+#$%";

  private Words() {}

  /** As written: a hashtag or handle is one word. Empty where nothing can be found of it. */
  static List<String> of(String form) {
    return words(form, false);
  }

  /** With words set apart that only capitals or digits part: "StreamNest" is two. */
  static List<String> inside(String form) {
    return words(form, true);
  }

  private static List<String> words(String form, boolean apart) {
    var pieces = PieceCutter.cut(apart ? spaced(form) : form);
    var words = new ArrayList<String>();
    boolean any = false;
    for (int i = 0; i < pieces.size(); i++) {
      var word = word(pieces, i);
      if (!word.isEmpty()) {
        words.add(word);
        any |= pieces.kind(i) != Pieces.SIGN;
      }
    }
    return any ? words : List.of();
  }

  private static String word(Pieces pieces, int piece) {
    int first = pieces.text.codePointAt(pieces.start(piece));
    return switch (pieces.kind(piece)) {
      case Pieces.WORD -> first == '&' ? "and" : pieces.folded(piece);
      case Pieces.HASHTAG, Pieces.HANDLE -> pieces.folded(piece);
      case Pieces.FACE -> pieces.text.substring(pieces.start(piece), pieces.end(piece));
      case Pieces.SIGN -> MEANINGFUL_SIGNS.indexOf(first) >= 0 ? Character.toString(first) : "";
      default -> "";
    };
  }

  private static String spaced(String form) {
    var spaced = new StringBuilder(form.length() + 8);
    for (int i = 0; i < form.length(); i++) {
      if (i > 0 && PieceCutter.boundary(form.charAt(i - 1), form.charAt(i))) {
        spaced.append(' ');
      }
      spaced.append(form.charAt(i));
    }
    return spaced.toString();
  }
}
