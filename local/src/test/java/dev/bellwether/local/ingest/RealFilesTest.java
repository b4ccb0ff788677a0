package dev.bellwether.local.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Public data sets, whole; skipped where they are missing. */
class RealFilesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldMapping TWEETS =
      FieldMapping.of(Kind.MENTIONS, List.of("id=tweet id", "text=tweet"), List.of("platform=x"));

  @Test
  void everyRowOfTheCrisisTweetsCanBeSent() throws Exception {
    var t6 = shared().resolve("data/crisislex/T6");
    assumeTrue(Files.isDirectory(t6), "no folder " + t6 + ": the crisis tweets are not checked");
    List<InputFile> files;
    try (var list = Files.list(t6)) {
      files = list.filter(f -> f.toString().endsWith(".csv")).map(InputFile::of).toList();
    }

    var rows = FileRows.read(files, TWEETS);

    assertEquals(List.of(), rows.refused());
    assertEquals(60_082, rows.rows().size());
    var ids = new HashSet<String>();
    for (int i = 0; i < rows.rows().size(); i++) {
      ids.add(json(rows, i).get("id").textValue());
    }
    assertEquals(60_078, ids.size());
    assertTrue(
        LongStream.range(1, 60_082)
            .allMatch(i -> rows.rows().get((int) i - 1).time() <= rows.rows().get((int) i).time()));
  }

  /** The command of docs/importing.md, on the real file. */
  @Test
  void everyRowOfTheFacebookAdsCanBeSentWithItsSegment() throws Exception {
    var kag = shared().resolve("data/ads/KAG_conversion_data.csv");
    assumeTrue(Files.exists(kag), "SKIPPED: no file " + kag + ": the Facebook ads are not checked");
    var mapping =
        FieldMapping.of(
            Kind.ADS,
            List.of(
                "campaign=xyz_campaign_id",
                "adSet=fb_campaign_id",
                "ad=ad_id",
                "spend=Spent",
                "conversions=Total_Conversion"),
            List.of("account=kag", "currency=USD", "window=2023-08-31"));

    var rows = FileRows.read(List.of(InputFile.of(kag)), mapping);

    assertEquals(List.of(), rows.refused());
    assertEquals(1_143, rows.rows().size());
    var segments = new HashSet<String>();
    double spend = 0;
    for (int i = 0; i < rows.rows().size(); i++) {
      var row = json(rows, i);
      for (var field : List.of("ad", "age", "gender", "interest", "impressions", "clicks")) {
        assertTrue(row.has(field), field);
      }
      segments.add(row.get("age") + "/" + row.get("gender") + "/" + row.get("interest"));
      spend += row.get("spend").doubleValue();
    }
    assertEquals(284, segments.size());
    assertEquals(58_705.23, spend, 0.01);
  }

  private static Path shared() {
    var given = System.getenv("BELLWETHER_SHARED");
    return given != null
        ? Path.of(given)
        : Path.of(System.getProperty("bellwether.root", "..")).resolve("../shared");
  }

  private static JsonNode json(FileRows rows, int index) throws IOException {
    return JSON.readTree(rows.rows().get(index).json());
  }
}
