package dev.bellwether.campaign.suggestion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which lines of a linked account a happening concerns. */
public final class Promoted {

  private Promoted() {}

  /**
   * The lines that promote a monitor's brand. An account that is linked to this monitor alone does
   * so with all of them. Of one that several share: the lines that name this brand, or, where none
   * does, those that name no other. Where the storm's topic names a product and lines name it too,
   * only those.
   *
   * @param others the other monitors the account is linked to
   * @param topic the trend that tells what the storm is about; null where none does
   */
  public static List<AdLine> of(
      BrandLink link, List<BrandLink> others, Topic topic, List<AdLine> lines) {
    var brand = ofBrand(link, others, lines);
    if (topic == null) {
      return brand;
    }
    var said = words(topic);
    var products = link.products().stream().filter(names -> Words.namesAny(said, names)).toList();
    var ofProducts =
        brand.stream()
            .filter(line -> products.stream().anyMatch(p -> Words.namesAny(line.words(), p)))
            .toList();
    return ofProducts.isEmpty() ? brand : ofProducts;
  }

  private static List<AdLine> ofBrand(BrandLink link, List<BrandLink> others, List<AdLine> lines) {
    if (others.isEmpty()) {
      return List.copyOf(lines);
    }
    var own = lines.stream().filter(line -> Words.namesAny(line.words(), link.names())).toList();
    return own.isEmpty()
        ? lines.stream()
            .filter(
                line ->
                    others.stream().noneMatch(other -> Words.namesAny(line.words(), other.names())))
            .toList()
        : own;
  }

  /**
   * The lines a trend touches: a word of its strongest terms is one of the line's, or the term
   * names a product that the line names too.
   */
  public static List<AdLine> touched(BrandLink link, Topic trend, List<AdLine> lines) {
    var said = words(trend);
    var reached = new LinkedHashSet<>(said);
    link.products().stream()
        .filter(names -> Words.namesAny(said, names))
        .forEach(names -> names.forEach(name -> reached.addAll(Words.of(name))));
    return lines.stream()
        .filter(line -> line.words().stream().anyMatch(reached::contains))
        .toList();
  }

  private static Set<String> words(Topic topic) {
    var words = new LinkedHashSet<String>();
    topic.terms().forEach(term -> words.addAll(Words.of(term)));
    return words;
  }
}
