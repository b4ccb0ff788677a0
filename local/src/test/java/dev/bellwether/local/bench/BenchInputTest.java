package dev.bellwether.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.SuiteException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ingest benchmark sends. */
class BenchInputTest {

  private static final BenchPosts POSTS = BenchPosts.simulated(5_000);

  @Test
  void postsHaveIdsOfTheirOwnAnAuthorAndNoLanguage() {
    var ids = new HashSet<String>();
    for (var row : POSTS.rows()) {
      assertTrue(ids.add(row.get("id").asText()));
      assertTrue(row.hasNonNull("author"));
      assertFalse(row.has("language"), "ingest has to find it");
    }
    assertTrue(ids.size() >= 5_000);
  }

  @Test
  void theSamePostsGiveTheSameQueriesAndFewerAreTheFirstOfMore() {
    var thousand = BenchMonitors.of(POSTS.texts(), 1_000).queries();
    assertEquals(thousand.subList(0, 100), BenchMonitors.of(POSTS.texts(), 100).queries());
    assertTrue(new HashSet<>(thousand).size() > 900, "queries differ");
  }

  @Test
  void aFolderWithoutTweetsIsRefusedByName(@TempDir Path folder) {
    var refused = assertThrows(SuiteException.class, () -> BenchPosts.ofCrisisLex(folder));
    assertTrue(refused.getMessage().contains(folder.toString()));
  }
}
