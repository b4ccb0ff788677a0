package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.ads.Segment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An ad set as it runs today.
 *
 * @param campaign the campaign it belongs to
 * @param adSet the unit that holds a budget
 * @param segment whom it is shown to
 * @param todayMicros mean daily spend at present, millionths of the account's currency
 */
public record AdLine(String campaign, String adSet, Segment segment, long todayMicros) {

  /** What it is about: the words of its names and its segment, less those that say only how. */
  Set<String> words() {
    var words = new LinkedHashSet<>(Words.of(campaign));
    words.addAll(Words.of(adSet));
    for (String how : how()) {
      words.removeAll(Words.of(how));
    }
    words.addAll(Words.of(segment.interest()));
    words.addAll(Words.of(segment.geo()));
    return words;
  }

  /** Placement, age and gender stand in many names; a post about search is not about this ad. */
  private List<String> how() {
    return Stream.of(segment.placement(), segment.age(), segment.gender())
        .filter(Objects::nonNull)
        .toList();
  }
}
