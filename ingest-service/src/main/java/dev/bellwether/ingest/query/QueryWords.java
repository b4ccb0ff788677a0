package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Place;
import dev.bellwether.ingest.query.Expression.Term;
import dev.bellwether.ingest.query.Expression.Wildcard;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.ArrayList;
import java.util.List;

/** Words of a query, made of the same tokens that posts are made of. */
final class QueryWords {

  private QueryWords() {}

  /** A word, or a phrase of several; tokens that are attached to one another are one word. */
  static Place place(PostTokens tokens) {
    List<Word> words = new ArrayList<>();
    int start = 0;
    while (start < tokens.size()) {
      int end = start + 1;
      while (end < tokens.size() && tokens.isAttached(end)) {
        end++;
      }
      words.add(word(tokens, start, end));
      start = end;
    }
    return words.size() == 1 ? words.getFirst() : new Phrase(words);
  }

  private static Word word(PostTokens tokens, int start, int end) {
    var joined = new StringBuilder();
    for (int i = start; i < end; i++) {
      joined.append(tokens.word(i));
    }
    String word = joined.toString();
    char sign = tokens.sign(start);
    return word.indexOf('*') >= 0 || word.indexOf('?') >= 0
        ? new Wildcard(sign, word)
        : new Term(sign, word);
  }
}
