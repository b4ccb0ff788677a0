package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Term;
import dev.bellwether.ingest.query.Expression.Wildcard;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.ArrayList;
import java.util.List;

/** Words that follow one another, ready to be looked for. */
final class WordSequence {

  /**
   * @param word null where {@code pattern} is given
   * @param attached whether nothing may stand between it and the word before
   * @param closing whether the run of characters must end with it
   */
  private record Step(
      String word, WordPattern pattern, char sign, boolean attached, boolean closing) {

    boolean fits(PostTokens tokens, int position) {
      return (word != null
              ? tokens.word(position).equals(word)
              : pattern.matches(tokens.word(position)))
          && (sign == 0 || tokens.sign(position) == sign)
          && (!attached || tokens.isAttached(position))
          && (!closing || position + 1 == tokens.size() || !tokens.isAttached(position + 1));
    }
  }

  private final Step[] steps;
  private final int pivot;
  private final boolean plain;

  private WordSequence(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
    int longest = -1;
    for (int i = 0; i < this.steps.length; i++) {
      String word = this.steps[i].word();
      if (word != null && (longest < 0 || word.length() > this.steps[longest].word().length())) {
        longest = i;
      }
    }
    pivot = longest;
    plain = this.steps.length == 1 && pivot == 0 && this.steps[0].sign() == 0;
  }

  static WordSequence of(Word word) {
    List<Step> steps = new ArrayList<>(1);
    add(word, steps);
    return new WordSequence(steps);
  }

  static WordSequence of(Phrase phrase) {
    List<Step> steps = new ArrayList<>(phrase.words().size());
    phrase.words().forEach(word -> add(word, steps));
    return new WordSequence(steps);
  }

  private static void add(Word word, List<Step> steps) {
    switch (word) {
      case Wildcard wildcard ->
          steps.add(new Step(null, new WordPattern(wildcard), wildcard.sign(), false, false));
      case Term term -> {
        PostTokens tokens = PostTokens.of(term.word());
        for (int i = 0; i < tokens.size(); i++) {
          boolean last = i == tokens.size() - 1;
          // "#東京" is not "#東京都", while 東京 is found within
          steps.add(
              new Step(
                  tokens.word(i), null, i == 0 ? term.sign() : 0, i > 0, last && term.sign() != 0));
        }
      }
    }
  }

  int length() {
    return steps.length;
  }

  boolean isIn(PostTokens tokens) {
    return plain ? tokens.first(steps[0].word()) >= 0 : nextStart(tokens, -1) >= 0;
  }

  /** False only where it cannot be in the text: its longest word is not. */
  boolean mayBeIn(PostTokens tokens) {
    return pivot < 0 || tokens.first(steps[pivot].word()) >= 0;
  }

  /** The first position after {@code before} where it begins, or -1. */
  int nextStart(PostTokens tokens, int before) {
    if (pivot < 0) {
      for (int start = before + 1; start + steps.length <= tokens.size(); start++) {
        if (fitsAt(tokens, start)) {
          return start;
        }
      }
      return -1;
    }
    int found = before < 0 ? tokens.first(steps[pivot].word()) : tokens.next(before + pivot);
    for (; found >= 0; found = tokens.next(found)) {
      int start = found - pivot;
      if (start >= 0 && start + steps.length <= tokens.size() && fitsAt(tokens, start)) {
        return start;
      }
    }
    return -1;
  }

  private boolean fitsAt(PostTokens tokens, int start) {
    for (int i = 0; i < steps.length; i++) {
      if (!steps[i].fits(tokens, start + i)) {
        return false;
      }
    }
    return true;
  }
}
