package dev.bellwether.sentiment.targets;

import java.util.Set;

/**
 * Words of grammar that begin or end many a sentence's phrase: "You Tube" and "All State" may be
 * any words. Those of three letters and more; shorter ones are never trusted.
 */
final class FunctionWords {

  private static final Set<String> WORDS =
      Set.of(
          """
          about after all and any are because been before but can could das dem den der des did die
          does for from had has have her here him his how into its les may not now off our out over
          she should some than that the their them then there these they this those too und under
          very was were what when where which while who why will with would you your
          """
              .split("\\s+"));

  private FunctionWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
