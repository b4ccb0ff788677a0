package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Marks the words a negator turns round: those after it up to the end of its clause (Das and Chen
 * 2001; Pang, Lee and Vaithyanathan 2002).
 */
final class Negation {

  private enum Role {
    NEGATOR,
    TURN,
    CLAUSE_END
  }

  private final boolean contractions;
  private final HashRows words;
  private final Role[] roles;

  /**
   * @param language ISO 639-1; where no negators are known, nothing is ever negated
   */
  Negation(String language, PostTokenizer tokenizer) {
    var known = NegationWords.of(language);
    contractions = known.contractions();
    Map<Long, Role> found = new LinkedHashMap<>();
    NegationWords.CLAUSE_ENDS.forEach(sign -> take(sign, Role.CLAUSE_END, tokenizer, found));
    known.turns().forEach(word -> take(word, Role.TURN, tokenizer, found));
    known.negators().forEach(word -> take(word, Role.NEGATOR, tokenizer, found));
    words = new HashRows(found.keySet().stream().mapToLong(Long::longValue).toArray());
    roles = found.values().toArray(Role[]::new);
  }

  private static void take(String word, Role role, PostTokenizer tokenizer, Map<Long, Role> found) {
    var tokens = new Tokens();
    tokenizer.fill(word, tokens);
    if (tokens.size() == 1) {
      found.put(tokens.hash(0), role);
    }
  }

  /** Flags each word that stands in the scope of a negator; the negator itself does not. */
  void mark(Tokens tokens) {
    boolean open = false;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case WORD -> {
          var role = role(tokens, i);
          if (role == Role.NEGATOR) {
            open = true;
          } else if (role == Role.TURN) {
            open = false;
          } else if (open) {
            tokens.mark(i, Tokens.NEGATED);
          }
        }
        case PUNCTUATION -> open &= role(tokens, i) != Role.CLAUSE_END;
        case URL, EMOJI, EMOTICON -> open = false;
        case NUMBER, USER, HASHTAG, HASHTAG_PART -> {
          // a clause goes on over them
        }
      }
    }
  }

  private Role role(Tokens tokens, int token) {
    if (contractions
        && tokens.kind(token) == Token.Kind.WORD
        && tokens.has(token, Tokens.CONTRACTED_NOT)) {
      return Role.NEGATOR;
    }
    int row = words.row(tokens.hash(token));
    return row < 0 ? null : roles[row];
  }
}
