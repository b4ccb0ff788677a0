package dev.bellwether.trend.detection;

import java.util.ArrayList;
import java.util.List;

/** What a topic is called: its strongest terms, as people write them. */
final class Labels {

  private static final int LOOKED_AT = 8;
  private static final int NAMED = 3;

  private Labels() {}

  /** A pair says more than its words; a link says little to a reader. */
  static String of(List<String> terms, LastHour hour) {
    if (terms.contains(Alert.VOLUME)) {
      return "volume";
    }
    var chosen = new ArrayList<String>();
    var told = new ArrayList<String>();
    var strong = terms.stream().limit(LOOKED_AT).toList();
    for (int words = 2; words >= 1; words--) {
      for (var term : strong) {
        var pieces = List.of(term.split(" "));
        boolean isNew = pieces.stream().noneMatch(told::contains);
        if (pieces.size() == words && isNew && chosen.size() < NAMED && !isLink(term)) {
          chosen.add(form(term, hour));
          told.addAll(pieces);
        }
      }
    }
    return chosen.isEmpty() ? form(terms.getFirst(), hour) : String.join(" · ", chosen);
  }

  private static boolean isLink(String term) {
    return term.indexOf('/') >= 0;
  }

  private static String form(String term, LastHour hour) {
    var form = hour.of(term).form();
    return form.isEmpty() ? term : form;
  }
}
