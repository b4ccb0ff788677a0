package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.util.List;

/** A monitor as a client asks for it. */
public record MonitorRequest(
    String name,
    List<String> keywords,
    List<String> excluded,
    String brand,
    List<String> aliases,
    List<String> adAccounts) {

  private static final int MAX_KEYWORDS = 200;
  private static final int MAX_LENGTH = 200;

  /**
   * @throws ProblemException 400 naming the field when there is no name, no keyword, a keyword
   *     without a word, or too much of anything
   */
  Monitor toMonitor(String workspace, String id, int version) {
    if (name == null || name.isBlank()) {
      throw ProblemException.badRequest("name", "name is missing; give the monitor one.");
    }
    checkLength("name", name);
    if (keywords == null || keywords.isEmpty()) {
      throw ProblemException.badRequest("keywords", "keywords is empty; give at least one.");
    }
    checkKeywords("keywords", keywords);
    checkKeywords("excluded", excluded);
    checkTexts("aliases", aliases);
    checkTexts("adAccounts", adAccounts);
    if (brand != null) {
      checkLength("brand", brand);
    }
    return new Monitor(
        Monitor.SCHEMA_VERSION,
        workspace,
        id,
        version,
        name.strip(),
        null,
        keywords,
        excluded,
        brand,
        aliases,
        List.of(),
        adAccounts,
        true);
  }

  private static void checkKeywords(String field, List<String> keywords) {
    checkTexts(field, keywords);
    for (String keyword : keywords == null ? List.<String>of() : keywords) {
      if (!MonitorMatcher.isKeyword(keyword)) {
        throw ProblemException.badRequest(
            field, "\"" + keyword + "\" holds no letter or digit, so it could never match.");
      }
    }
  }

  private static void checkTexts(String field, List<String> texts) {
    if (texts == null) {
      return;
    }
    if (texts.size() > MAX_KEYWORDS) {
      throw ProblemException.badRequest(
          field,
          field + " has " + texts.size() + " entries; at most " + MAX_KEYWORDS + " are taken.");
    }
    for (String text : texts) {
      if (text == null || text.isBlank()) {
        throw ProblemException.badRequest(field, field + " holds an empty entry; remove it.");
      }
      checkLength(field, text);
    }
  }

  private static void checkLength(String field, String text) {
    if (text.length() > MAX_LENGTH) {
      throw ProblemException.badRequest(
          field, field + " holds an entry of over " + MAX_LENGTH + " characters; shorten it.");
    }
    StorableText.flaw(text)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest(field, field + " " + flaw + ".");
            });
  }
}
