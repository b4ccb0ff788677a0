package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Competitor;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.util.List;

/**
 * A monitor as a client asks for it: by a query, or by keywords.
 *
 * @param active null means true
 */
public record MonitorRequest(
    String name,
    String query,
    List<String> keywords,
    List<String> excluded,
    String brand,
    List<String> aliases,
    List<Product> products,
    List<Competitor> competitors,
    List<String> adAccounts,
    Boolean active) {

  private static final int MAX_ENTRIES = 200;
  private static final int MAX_LENGTH = 200;
  private static final int MAX_NAMES = 2_000;

  /**
   * @throws ProblemException 400 naming the field when there is no name, neither or both of query
   *     and keywords, a query that does not read, a keyword without a word, or too much of anything
   */
  Monitor toMonitor(String workspace, String id, int version) {
    if (name == null || name.isBlank()) {
      throw ProblemException.badRequest("name", "name is missing; give the monitor one.");
    }
    checkLength("name", name);
    String asked = query == null ? queryOfKeywords() : givenQuery();
    checkTexts("aliases", aliases);
    checkTexts("adAccounts", adAccounts);
    checkProducts();
    checkCompetitors();
    checkNames();
    if (brand != null) {
      checkLength("brand", brand);
    }
    return new Monitor(
        Monitor.SCHEMA_VERSION,
        workspace,
        id,
        version,
        name.strip(),
        asked,
        keywords,
        excluded,
        brand,
        aliases,
        products,
        competitors,
        adAccounts,
        active == null || active);
  }

  private String givenQuery() {
    if (keywords != null && !keywords.isEmpty()) {
      throw ProblemException.badRequest(
          "keywords", "keywords and query are both given; give one of them.");
    }
    if (excluded != null && !excluded.isEmpty()) {
      throw ProblemException.badRequest(
          "excluded", "excluded goes with keywords; in the query write NOT before the word.");
    }
    checkStorable("query", query);
    try {
      return Query.parse(query).text();
    } catch (QuerySyntaxException e) {
      throw ProblemException.badRequest("query", "query: " + e.describe());
    }
  }

  private String queryOfKeywords() {
    if (keywords == null || keywords.isEmpty()) {
      throw ProblemException.badRequest(
          "keywords", "keywords is empty; give at least one, or a query.");
    }
    checkKeywords("keywords", keywords);
    checkKeywords("excluded", excluded);
    try {
      List<String> without = excluded == null ? List.of() : excluded;
      return Query.parse(Query.anyOf(keywords, without).text()).text();
    } catch (QuerySyntaxException e) {
      throw ProblemException.badRequest(
          "keywords",
          "keywords and excluded are too much for one monitor; make several of it. As a query: "
              + e.getMessage());
    }
  }

  private void checkProducts() {
    if (products == null) {
      return;
    }
    checkCount("products", products);
    for (Product product : products) {
      checkNamed(
          "products",
          product == null ? null : product.name(),
          product == null ? null : product.aliases());
    }
  }

  /** Of which every service that looks for them keeps a table. */
  private void checkNames() {
    long names = aliases == null ? 0 : aliases.size();
    for (Product product : products == null ? List.<Product>of() : products) {
      names += 1 + product.aliases().size();
    }
    for (Competitor competitor : competitors == null ? List.<Competitor>of() : competitors) {
      names += 1 + competitor.aliases().size();
    }
    if (names > MAX_NAMES) {
      throw ProblemException.badRequest(
          "aliases",
          "The monitor has "
              + names
              + " names of brands, products and competitors with their aliases; at most "
              + MAX_NAMES
              + " are taken. Make several monitors of it.");
    }
  }

  private void checkCompetitors() {
    if (competitors == null) {
      return;
    }
    checkCount("competitors", competitors);
    for (Competitor competitor : competitors) {
      checkNamed(
          "competitors",
          competitor == null ? null : competitor.name(),
          competitor == null ? null : competitor.aliases());
    }
  }

  private static void checkNamed(String field, String name, List<String> aliases) {
    if (name == null || name.isBlank()) {
      throw ProblemException.badRequest(field, field + " holds one without a name; give it one.");
    }
    checkLength(field, name);
    checkTexts(field, aliases);
  }

  private static void checkKeywords(String field, List<String> keywords) {
    checkTexts(field, keywords);
    for (String keyword : keywords == null ? List.<String>of() : keywords) {
      if (!Query.isKeyword(keyword)) {
        throw ProblemException.badRequest(
            field, "\"" + keyword + "\" holds no letter or digit, so it could never match.");
      }
    }
  }

  private static void checkTexts(String field, List<String> texts) {
    if (texts == null) {
      return;
    }
    checkCount(field, texts);
    for (String text : texts) {
      if (text == null || text.isBlank()) {
        throw ProblemException.badRequest(field, field + " holds an empty entry; remove it.");
      }
      checkLength(field, text);
    }
  }

  private static void checkCount(String field, List<?> entries) {
    if (entries.size() > MAX_ENTRIES) {
      throw ProblemException.badRequest(
          field,
          field + " has " + entries.size() + " entries; at most " + MAX_ENTRIES + " are taken.");
    }
  }

  private static void checkLength(String field, String text) {
    if (text.length() > MAX_LENGTH) {
      throw ProblemException.badRequest(
          field, field + " holds an entry of over " + MAX_LENGTH + " characters; shorten it.");
    }
    checkStorable(field, text);
  }

  private static void checkStorable(String field, String text) {
    StorableText.flaw(text)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest(field, field + " " + flaw + ".");
            });
  }
}
