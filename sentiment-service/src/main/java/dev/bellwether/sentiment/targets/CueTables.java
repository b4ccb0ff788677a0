package dev.bellwether.sentiment.targets;

import java.util.Map;

/**
 * What phrases do, by language. English has them all; the others have what parts clauses, so that a
 * target's words are still its own; any other language is parted by its signs.
 */
final class CueTables {

  private static final CueTable SIGNS_ONLY = new CueTable.Builder().build();

  private final Map<String, CueTable> tables =
      Map.of(
          "en",
          EnglishCues.table(),
          "ar",
          clauses(
              "لكن, ولكن, بينما, رغم, بالرغم, مع ذلك, ومع ذلك, بس, اما, أما, في المقابل",
              "و, او, أو, ثم, لأن, لان"),
          "de",
          clauses(
              "aber, doch, jedoch, allerdings, obwohl, während, dagegen, hingegen, sondern, trotzdem,"
                  + " dafür, wohingegen, andererseits",
              "und, oder, dann, weil, denn, also, wenn"),
          "es",
          clauses(
              "pero, aunque, mientras, en cambio, sin embargo, sino, no obstante, a pesar de,"
                  + " por otro lado, eso sí",
              "y, e, o, luego, porque, entonces, cuando"),
          "fr",
          clauses(
              "mais, cependant, pourtant, alors que, tandis que, bien que, par contre, en revanche,"
                  + " toutefois, malgré",
              "et, ou, puis, parce que, car, donc, quand"),
          "hi",
          clauses(
              "लेकिन, परन्तु, परंतु, किन्तु, किंतु, मगर, पर, हालांकि, जबकि, फिर भी, lekin, magar, par",
              "और, या, फिर, क्योंकि, aur, ya, phir"),
          "it",
          clauses(
              "ma, però, tuttavia, mentre, invece, anche se, sebbene, nonostante, al contrario",
              "e, ed, o, poi, perché, quindi, quando"),
          "pt",
          clauses(
              "mas, porém, no entanto, enquanto, embora, apesar de, contudo, todavia, já, por outro"
                  + " lado, em compensação",
              "e, ou, depois, porque, então, quando"));

  CueTable of(String language) {
    return tables.getOrDefault(language, SIGNS_ONLY);
  }

  private static CueTable clauses(String contrast, String coordination) {
    return new CueTable.Builder()
        .add(Cue.CONTRAST, contrast)
        .add(Cue.COORDINATION, coordination)
        .build();
  }
}
