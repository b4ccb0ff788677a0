package dev.bellwether.sentiment.features;

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
          words("ne pas jamais rien aucun aucune sans ni plus non personne", "mais cependant");
      case "de" ->
          words(
              "nicht kein keine keinen keinem keiner keines nie niemals nichts ohne weder nirgends",
              "aber sondern jedoch doch");
      case "es" ->
          words("no nunca jamás nada nadie ningún ninguno ninguna sin ni tampoco", "pero sino");
      case "it" ->
          words(
              "non mai niente nulla nessuno nessuna nessun senza né neanche nemmeno",
              "ma però invece");
      case "pt" ->
          words(
              "não nao n nunca jamais nada ninguém nenhum nenhuma sem nem tampouco",
              "mas porém contudo");
      case "ar" -> words("لا لم لن ليس ليست لست ما مش مو غير بدون بلا ولا", "لكن ولكن بل");
      case "hi" -> words("नहीं नही न ना मत बिना nahi nahin mat", "लेकिन मगर परंतु lekin magar");
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

  private static NegationWords words(String negators, String turns) {
    return new NegationWords(split(negators), split(turns), false);
  }

  private static Set<String> split(String words) {
    return Set.of(words.split(" "));
  }
}
