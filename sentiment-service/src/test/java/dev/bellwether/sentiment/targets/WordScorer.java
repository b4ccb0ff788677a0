package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A model of a few words, so that a story depends on no training. */
final class WordScorer implements ClauseScorer {

  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
  private static final Map<String, Double> FEELINGS =
      Map.ofEntries(
          Map.entry("great", 2.0),
          Map.entry("good", 1.5),
          Map.entry("lovely", 2.0),
          Map.entry("awful", -2.0),
          Map.entry("bad", -1.5),
          Map.entry("acme", -3.0),
          Map.entry("génial", 2.0),
          Map.entry("nul", -2.0),
          Map.entry("रद्दी", -2.0),
          Map.entry("ممتاز", 2.0),
          Map.entry("سيئة", -2.0),
          Map.entry("gut", 2.0),
          Map.entry("schlecht", -2.0));

  @Override
  public List<TokenContribution> contributions(String text) {
    var found = new ArrayList<TokenContribution>();
    var words = WORD.matcher(text);
    while (words.find()) {
      double feeling = FEELINGS.getOrDefault(words.group().toLowerCase(Locale.ROOT), 0.0);
      found.add(new TokenContribution(words.start(), words.end(), -feeling / 2, 0, feeling / 2));
    }
    return found;
  }
}
