package dev.bellwether.adexport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the user should know of how an export was read. */
final class Notes {

  private static final int SHOWN = 5;

  private Notes() {}

  static List<String> of(
      Layout layout, ExportOptions options, Survey survey, LineReader reader, Folding folding) {
    var notes = new ArrayList<String>();
    conversions(layout, options, survey, notes);
    if (layout.has(Field.REVENUE)) {
      notes.add("Revenue is the column \"%s\".".formatted(layout.header(Field.REVENUE)));
    }
    if (layout.has(Field.CLICKS) && options.clicks() == null) {
      notes.add("Clicks are the column \"%s\".".formatted(layout.header(Field.CLICKS)));
    }
    if (folding.summed() > 0) {
      notes.add(summed(layout, options, folding));
    }
    if (reader.hasLongWindows()) {
      notes.add(
          "Rows are of more than one day together; a report by day tells the plans much more. Do not send both: the same money would count twice.");
    }
    if (options.wholeCampaigns()) {
      notes.add(
          "Each campaign counts as one ad set. Do not send its ad sets as well: the same money would count twice.");
    }
    return List.copyOf(notes);
  }

  private static void conversions(
      Layout layout, ExportOptions options, Survey survey, List<String> notes) {
    if (layout.conversionAction() != null) {
      notes.add(
          "Conversions are the actions of type \"%s\"; conversions=TYPE takes others, of which there are %s."
              .formatted(layout.conversionAction(), some(List.copyOf(survey.actions()))));
    } else if (!layout.has(Field.CONVERSIONS)) {
      notes.add(
          "The export has no column for conversions, so they count as 0; conversions=COLUMN names one.");
    } else if (options.conversions() == null) {
      String header = layout.header(Field.CONVERSIONS);
      notes.add(
          "Conversions are the column \"%s\"; conversions=COLUMN takes another.".formatted(header));
      if (Field.normal(header).equals("results")) {
        notes.add(results(List.copyOf(survey.results())));
      }
    }
  }

  private static String results(List<String> kinds) {
    return kinds.size() > 1
        ? "Results are of %d kinds (%s), which do not add up; conversions=COLUMN takes one kind."
            .formatted(kinds.size(), some(kinds))
        : "What a result is, each ad set's optimisation decides"
            + (kinds.isEmpty() ? "." : "; here it is " + some(kinds) + ".");
  }

  private static String summed(Layout layout, ExportOptions options, Folding folding) {
    var over =
        new ArrayList<>(
            folding.summedOver().stream()
                .map(i -> layout.table().header().get(i).strip())
                .toList());
    if (options.wholeCampaigns()) {
      over.removeIf(name -> Breakdowns.isPartOfACampaign(Field.normal(name)));
      over.addFirst("ad sets and ads");
    }
    return "%,d lines were summed with others, over what no field holds: %s."
        .formatted(folding.summed(), some(over));
  }

  private static String some(List<String> names) {
    return names.stream()
            .limit(SHOWN)
            .map(name -> "\"" + FigureReader.shortened(name) + "\"")
            .collect(Collectors.joining(", "))
        + (names.size() > SHOWN ? " …" : "");
  }
}
