package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Exports of ad platforms come in as they are, and a day sent again is restated. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class AdExportIntakeTest {

  private static final String GOOGLE =
      """
      Ad group report
      "October 1, 2026 - October 2, 2026"
      Campaign,Ad group,Day,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value
      Brand,Terms,2026-10-01,EUR,"1,012.50","12,034",842,40.50,"2,000.10"
      Brand,Terms,2026-10-02,EUR,100.00,966,58,1.33,0.00
      Brand,Terms,2026-10-02,EURO,100.00,966,58,1.33,0.00
      Total: Account, --, --,EUR,"1,112.50","13,000",900,41.83,"2,000.10"
      """;

  @Test
  void googlesExportIsTakenOnceAndWhatItRestatesReplaces() {
    String good = GOOGLE.replace("Brand,Terms,2026-10-02,EURO,100.00,966,58,1.33,0.00\n", "");
    google("google", good.getBytes(UTF_8))
        .then()
        .statusCode(200)
        .body("export", equalTo("Google Ads"))
        .body("accepted", equalTo(2))
        .body("totals", equalTo(1))
        .body("rejected", equalTo(0))
        .body("notes", hasItem(containsString("column \"Conversions\"")));
    google("google", good.getBytes(UTF_8))
        .then()
        .body("accepted", equalTo(0))
        .body("duplicate", equalTo(2));
    google("google", good.replace("100.00,966,58,1.33", "104.10,966,58,2.33").getBytes(UTF_8))
        .then()
        .body("accepted", equalTo(1))
        .body("duplicate", equalTo(1));

    List<ConsumerRecord<String, String>> records = recordsOf("google", 3);
    assertEquals(records.get(1).key(), records.get(2).key());
    var first = JsonPath.from(records.get(0).value());
    assertEquals(1_012_500_000L, first.getLong("spendMicros"));
    assertEquals(2_000_100_000L, first.getLong("revenueMicros"));
    assertEquals(40.5, first.getDouble("conversions"));
    assertEquals("Europe/Berlin", first.getString("window.timeZone"));
    assertEquals(104_100_000L, JsonPath.from(records.get(2).value()).getLong("spendMicros"));
  }

  @Test
  void linesThatCannotBeUsedAreNamedAndKeptAmongTheRejections() {
    google("lines", GOOGLE.getBytes(UTF_8))
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected", equalTo(2))
        .body("rows", hasSize(2))
        .body("rows[0].line", equalTo(5))
        .body("rows[1].line", equalTo(6))
        .body("rows[1].reason", containsString("line 5"));
    given()
        .auth()
        .oauth2(SignedIdentity.inWorkspace("lines", "ads:read"))
        .get("/v1/rejections?kind=ad-performance")
        .then()
        .statusCode(200)
        .body("rejections", hasSize(2));
  }

  @Test
  void utf16WithTabsIsTakenAsGoogleSavesItForExcel() {
    String tabs =
        "\uFEFFCampaign\tAd group\tDay\tCurrency code\tCost\tImpr.\r\nÄpfel\tTerms\t2026-10-01\tEUR\t1,5\t10\r\n";
    google("tabs", tabs.getBytes(UTF_16LE)).then().statusCode(200).body("accepted", equalTo(1));
    var row = JsonPath.from(recordsOf("tabs", 1).getFirst().value());
    assertEquals("Äpfel", row.getString("campaign"));
    assertEquals(1_500_000L, row.getLong("spendMicros"));
  }

  @Test
  void whatTheExportDoesNotSayIsAskedForByName() {
    byte[] body =
        "Campaign name,Ad set name,Day,Amount spent\nc,s,2026-10-01,1.50\n".getBytes(UTF_8);
    for (List<String> step :
        List.of(
            List.of("", "account"),
            List.of("?account=a", "timeZone"),
            List.of("?account=a&timeZone=Europe/Berlin", "currency"),
            List.of("?account=a&timeZone=Berlin", "timeZone"),
            List.of("?account=a&timezone=Europe/Berlin", "timezone"),
            List.of("?account=a&account=b", "account"),
            List.of(
                "?account=a&timeZone=Europe/Berlin&currency=EUR&conversions=Leads",
                "conversions"))) {
      as("asks")
          .contentType("text/csv")
          .body(body)
          .post("/v1/ad-performance" + step.getFirst())
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("field", equalTo(step.get(1)));
    }
    as("asks")
        .contentType("text/csv")
        .body("a,b\n1,2\n")
        .post("/v1/ad-performance")
        .then()
        .statusCode(400)
        .body("field", equalTo("body"))
        .body("detail", containsString("Amount spent"));
  }

  @Test
  void moreRowsThanARequestOfJsonMayHoldAreTakenInParts() {
    String rows =
        IntStream.range(0, 6_000)
            .mapToObj(i -> "c,s" + i + ",2026-10-01,EUR,1.50\n")
            .collect(Collectors.joining("", "Campaign,Ad group,Day,Currency code,Cost\n", ""));
    for (int attempt = 0; attempt < 2; attempt++) {
      as("parts")
          .contentType("text/csv")
          .header("Idempotency-Key", "export-1")
          .body(rows.getBytes(UTF_8))
          .post("/v1/ad-performance?account=a&timeZone=UTC")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(6_000));
    }
    assertEquals(6_000, recordsOf("parts", 6_000).size());
    assertTrue(
        google("parts", rows.getBytes(UTF_8)).then().extract().jsonPath().getInt("accepted") > 0,
        "another account is another row");
  }

  @Test
  void theApiDocumentHasRowsAndExports() {
    String content = "paths.'/v1/ad-performance'.post.requestBody.content.";
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body(content + "'application/json'", notNullValue())
        .body(content + "'text/csv'", notNullValue())
        .body(
            "paths.'/v1/ad-performance'.post.parameters.name",
            hasItems("Idempotency-Key", "timeZone", "budgetLevel"));
  }

  private static Response google(String workspace, byte[] body) {
    return as(workspace)
        .contentType("text/csv")
        .body(body)
        .post("/v1/ad-performance?account=123&timeZone=Europe/Berlin");
  }

  private static List<ConsumerRecord<String, String>> recordsOf(String workspace, int count) {
    return TopicProbe.read(
        "ad-performance", count, PATIENCE, record -> record.key().startsWith(workspace + "|"));
  }
}
