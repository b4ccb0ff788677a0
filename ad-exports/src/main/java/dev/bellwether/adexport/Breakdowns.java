package dev.bellwether.adexport;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns part an ad set's figures although no field of a segment holds them. */
final class Breakdowns {

  /** Columns by which platforms break figures down and that a segment has no place for. */
  private static final Pattern BREAKDOWN =
      Pattern.compile(
          "device|device platform|impression device|conversion device|.*time of day \\(viewer.*"
              + "|hourly stats aggregated by audience time zone|dma region|dma|metro area|city|postal code"
              + "|day of the week|click type|top vs other|product id|item id|keyword|search keyword|search term|match type"
              + "|segments (device|click type|slot|day of week|conversion action.*|keyword.*)"
              + "|conversion action|conversion category|conversion source|frequency value|media type|.* asset");

  /** Texts that describe a row, and never part it. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          ".*(status|delivery|objective|budget|bid|bidding|strategy|attribution|indicator|type|currency|account|customer|ranking"
              + "|url|image|headline|description|title|body|label|schedule|edit|policy|preview|rotation|resource ?name|score|time ?zone).*"
              + "|.* ids?|ids?|starts|ends|start|end|week|month|quarter|year|date|url|link");

  private static final List<Field> PARTS_OF_A_CAMPAIGN =
      List.of(Field.AD_SET, Field.AD_SET_ID, Field.AD, Field.AD_ID);

  private Breakdowns() {}

  /**
   * The columns over which figures are summed: known breakdowns that a segment has no place for,
   * and unknown texts.
   *
   * @param texts places of columns that hold texts
   */
  static List<Integer> summedOver(Layout layout, Set<Integer> texts, ExportOptions options) {
    var used = new HashSet<>(layout.columns().values());
    if (options.wholeCampaigns()) {
      PARTS_OF_A_CAMPAIGN.forEach(field -> used.remove(layout.columns().get(field)));
    }
    var summed = new LinkedHashSet<Integer>();
    for (int i = 0; i < layout.table().header().size(); i++) {
      String name = Field.normal(layout.table().header().get(i));
      boolean known = BREAKDOWN.matcher(name).matches();
      boolean text = texts.contains(i) && !ATTRIBUTE.matcher(name).matches() && !isNamed(name);
      boolean part = options.wholeCampaigns() && isPartOfACampaign(name);
      if (!used.contains(i) && (known || text || part)) {
        summed.add(i);
      }
    }
    return List.copyOf(summed);
  }

  static boolean isPartOfACampaign(String name) {
    return PARTS_OF_A_CAMPAIGN.stream().anyMatch(field -> field.headers().contains(name));
  }

  /** Other names of what is read already: of an account, of an ad set that goes by its id. */
  private static boolean isNamed(String name) {
    for (Field field : Field.values()) {
      if (field.headers().contains(name)) {
        return true;
      }
    }
    return false;
  }
}
