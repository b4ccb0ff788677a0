package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.Token;
import java.util.List;
import java.util.Set;

/**
 * Marks the words a negator turns round: those after it up to the end of its clause (Das and Chen
 * 2001; Pang, Lee and Vaithyanathan 2002).
 */
final class Negation {

  private static final Set<String> NEGATORS =
      Set.of(
          "not",
          "no",
          "never",
          "none",
          "nobody",
          "nothing",
          "neither",
          "nor",
          "nowhere",
          "without",
          "cannot",
          "cant",
          "dont",
          "doesnt",
          "didnt",
          "isnt",
          "arent",
          "wasnt",
          "werent",
          "wont",
          "wouldnt",
          "shouldnt",
          "couldnt",
          "aint",
          "havent",
          "hasnt",
          "hadnt",
          "hardly",
          "barely",
          "scarcely");
  private static final Set<String> CLAUSE_ENDS =
      Set.of(".", "..", ",", ";", ":", "!", "!!", "?", "??", "…", "(", ")");
  private static final Set<String> TURNS = Set.of("but", "however", "although", "though");

  private Negation() {}

  /** For each token whether it stands in the scope of a negator; the negator itself does not. */
  static boolean[] scope(List<Token> tokens) {
    var negated = new boolean[tokens.size()];
    boolean open = false;
    for (int i = 0; i < negated.length; i++) {
      var token = tokens.get(i);
      if (closes(token)) {
        open = false;
      }
      negated[i] = open && token.kind() == Token.Kind.WORD;
      if (negates(token)) {
        negated[i] = false;
        open = true;
      }
    }
    return negated;
  }

  private static boolean negates(Token token) {
    return token.kind() == Token.Kind.WORD
        && (NEGATORS.contains(token.text()) || token.text().endsWith("n't"));
  }

  private static boolean closes(Token token) {
    return switch (token.kind()) {
      case PUNCTUATION -> CLAUSE_ENDS.contains(token.text());
      case WORD -> TURNS.contains(token.text());
      case URL, EMOJI, EMOTICON -> true;
      case NUMBER, USER, HASHTAG, HASHTAG_PART -> false;
    };
  }
}
