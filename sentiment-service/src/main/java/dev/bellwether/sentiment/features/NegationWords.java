package dev.bellwether.sentiment.features;

import java.util.HashSet;
import java.util.Set;

/**
 * The words that turn a language's clauses round, and those that begin another clause.
 *
 * @param negators as written in lower case
 * @param turns after them a negator no longer holds
 * @param contractions whether a word that ends in {@code n't} negates too
 */
record NegationWords(Set<String> negators, Set<String> turns, boolean contractions) {

  /** What ends a clause in any script. */
  static final Set<String> CLAUSE_ENDS =
      Set.of(
          ".", "..", ",", ",,", ";", ":", "!", "!!", "?", "??", "…", "……", "(", ")", "،", "؛", "؟",
          "؟؟", "।", "।।", "。", "、");

  private static final NegationWords NONE = new NegationWords(Set.of(), Set.of(), false);

  /** Those of a language, by ISO 639-1; none for a language that nobody wrote them down for. */
  static NegationWords of(String language) {
    return switch (language) {
      case "en" -> english();
      case "fr" ->
          own("pas jamais rien aucun aucune sans ni ne personne", "mais pourtant cependant");
      case "de" ->
          new NegationWords(
              split(
                  "nicht nich ned net kein keine keinen keiner keinem keines nie niemals ohne"
                      + " nichts nix nimmer not never"),
              split("aber jedoch sondern doch but"),
              true);
      case "es" ->
          own(
              "no nunca jamás jamas ni sin nada nadie tampoco ningún ningun ninguna",
              "pero aunque sino");
      case "it" ->
          own("non mai nessun nessuno nessuna senza né niente nulla nn neanche", "ma però pero");
      case "pt" ->
          own(
              "não nao nunca jamais nem sem nada ninguém ninguem n ñ nenhum nenhuma",
              "mas porém porem contudo");
      case "ar" -> own("لا ما لم لن ليس مش مو ليست بدون غير لست مب ولا", "لكن بس ولكن");
      case "hi" ->
          own(
              "na nahi nahin nai nhi mat bina nahee naa नहीं नही न ना मत बिना",
              "lekin par magar pr लेकिन मगर परंतु");
      default -> NONE;
    };
  }

  private static NegationWords english() {
    return new NegationWords(
        split(
            "not no never none nobody nothing neither nor nowhere without cannot cant dont doesnt"
                + " didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt aint havent hasnt"
                + " hadnt hardly barely scarcely"),
        split("but however although though"),
        true);
  }

  /** A language's own words beside the English ones, which posts mix in. */
  private static NegationWords own(String negators, String turns) {
    var english = english();
    return new NegationWords(
        union(split(negators), english.negators()), union(split(turns), english.turns()), true);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.addAll(other);
    return Set.copyOf(both);
  }

  private static Set<String> split(String words) {
    return Set.of(words.split(" "));
  }
}
