package dev.bellwether.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mentions that the benchmark of trends writes in ingest's place. */
class BenchMentionsTest {

  @Test
  void tagsAccountsAndLinksAreTakenFromTheTextAsIngestDoes() throws Exception {
    var post =
        new ObjectMapper()
            .readTree(
                """
                {"id": "0", "author": "anna", "text": "@Nova_HQ's new #Bottle leaks, says @nova_hq https://nova.example/#top"}
                """);
    var posts = new BenchPosts(List.of((ObjectNode) post));
    var mention = new BenchMentions(posts, 3, Duration.ofSeconds(1)).mention(0);
    assertEquals(List.of("bottle"), mention.hashtags());
    assertEquals(List.of("nova_hq"), mention.mentionedAccounts());
    assertEquals(List.of("https://nova.example/#top"), mention.links());
    assertEquals(64, mention.author().pseudonym().length());
    assertEquals(2, mention.monitors().size());
  }

  @Test
  void aSourceBeginsAgainWithNewIdsAndTimeGoesOn() {
    var mentions = new BenchMentions(BenchPosts.simulated(100), 4, Duration.ofMillis(100));
    int all = mentions.posts().rows().size();
    var first = mentions.mention(0);
    var again = mentions.mention(all);
    assertEquals(first.text(), again.text());
    assertEquals(first.monitors(), again.monitors());
    assertTrue(!first.id().equals(again.id()));
    assertEquals(
        Duration.ofMillis(100).multipliedBy(all),
        Duration.between(first.createdAt(), again.createdAt()));
  }

  @Test
  void everyMonitorHasPosts() {
    var mentions = new BenchMentions(BenchPosts.simulated(100), 7, Duration.ofMillis(100));
    var seen = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      seen.addAll(mentions.mention(i).monitors());
    }
    assertEquals(7, seen.size());
  }
}
