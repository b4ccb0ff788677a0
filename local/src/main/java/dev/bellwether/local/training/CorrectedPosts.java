package dev.bellwether.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.client.GatewayClient;
import dev.bellwether.local.suite.SuiteException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people corrected in a suite, with the texts, as rows to train on. The label and the text are
 * kept by two services, and joined here; a mention that is no more gives no row.
 */
final class CorrectedPosts {

  private static final List<String> LABELS = List.of("negative", "neutral", "positive");

  /** Their terms forbid to train models on what they give. */
  private static final Set<String> FORBIDDEN = Set.of("x", "twitter");

  private static final String PAGE = "200";
  private static final int SAY_EVERY = 500;

  /**
   * How it went.
   *
   * @param written rows in the file
   * @param forbidden left out, because their source forbids training
   * @param gone left out, because the mention has expired or is erased
   * @param foreign left out, because they are in another language
   */
  record Collected(int written, int forbidden, int gone, int foreign) {

    @Override
    public String toString() {
      return "%d corrected posts to train on; left out: %d of X, whose terms forbid it, %d that are no more, and %d in other languages"
          .formatted(written, forbidden, gone, foreign);
    }
  }

  private final GatewayClient client;
  private final String language;
  private final PrintWriter say;

  /**
   * @param language of the posts wanted, ISO 639-1
   */
  CorrectedPosts(GatewayClient client, String language, PrintWriter say) {
    this.client = client;
    this.language = language;
    this.say = say;
  }

  /**
   * Writes label (0 negative, 1 neutral, 2 positive), tab, text, tab, platform.
   *
   * @throws SuiteException when the suite does not answer or the file cannot be written
   */
  Collected write(Path file) {
    int written = 0;
    int forbidden = 0;
    int gone = 0;
    int foreign = 0;
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      String cursor = null;
      do {
        var page = client.get("/v1/sentiment/corrections", query(cursor));
        for (var correction : page.path("corrections")) {
          var id = correction.path("mentionId").asText();
          if (FORBIDDEN.contains(platform(id))) {
            forbidden++;
            continue;
          }
          var mention =
              client.find("/v1/mentions/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
          if (mention.isEmpty()) {
            gone++;
            continue;
          }
          if (!mention.get().path("language").asText().equalsIgnoreCase(language)) {
            foreign++;
            continue;
          }
          rows.write(row(correction, mention.get(), platform(id)));
          rows.newLine();
          written++;
          if (written % SAY_EVERY == 0) {
            say.println(written + " corrected posts");
            say.flush();
          }
        }
        cursor = page.hasNonNull("next") ? page.get("next").asText() : null;
      } while (cursor != null);
    } catch (IOException e) {
      throw new SuiteException("cannot write " + file + ": " + e.getMessage(), e);
    }
    return new Collected(written, forbidden, gone, foreign);
  }

  private static Map<String, String> query(String cursor) {
    var query = new HashMap<>(Map.of("limit", PAGE));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return query;
  }

  private static String platform(String id) {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }

  private static String row(JsonNode correction, JsonNode mention, String platform) {
    int label = LABELS.indexOf(correction.path("label").asText());
    var text = mention.path("text").asText().replaceAll("[\\t\\r\\n]+", " ");
    return label + "\t" + text + "\t" + platform;
  }
}
