package dev.bellwether.ingest.hygiene.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.hygiene.duplicate.WorkspaceTexts.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceTextsTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final byte[] SALT = {1, 2, 3};
  private static final String TEXT = "The new tram line opens on Friday and the first ride is free";

  private static WorkspaceTexts texts(List<Signature> rows) {
    var texts = new WorkspaceTexts();
    texts.replace(rows, new State(0, 1, NOON));
    return texts;
  }

  private static Placements placements(WorkspaceTexts texts, byte[] salt) {
    return new Placements(texts, salt, NOON);
  }

  @Test
  void whatARequestPlacesIsKnownToOthersOnceItIsRead() {
    var texts = texts(List.of());
    var first = placements(texts, SALT);
    Placement original = first.place("x:1", TEXT).orElseThrow();
    assertFalse(original.copy());
    assertEquals(
        new Placement(original.cluster(), true), first.place("x:2", TEXT + "!").orElseThrow());

    assertFalse(placements(texts, SALT).place("x:3", "RT @a: " + TEXT).orElseThrow().copy());
    texts.add(first.signatures(), new State(0, 2, NOON));
    texts.add(first.signatures(), new State(0, 2, NOON));
    assertEquals(
        new Placement(original.cluster(), true),
        placements(texts, SALT).place("x:3", "RT @a: " + TEXT).orElseThrow());
    assertEquals(1, texts.size());
  }

  @Test
  void rowsOfAnotherGenerationAreNotTakenIn() {
    var texts = texts(List.of());
    var first = placements(texts, SALT);
    first.place("x:1", TEXT);
    texts.add(first.signatures(), new State(1, 2, NOON));
    assertEquals(0, texts.size());
    texts.replace(first.signatures(), new State(1, 2, NOON));
    assertEquals(1, texts.size());
  }

  @Test
  void timeGoesOnWhileATransactionStaysOpenAndNeverBack() {
    var texts = texts(List.of());
    texts.add(List.of(), new State(0, 1, NOON.plusSeconds(90)));
    assertEquals(new State(0, 1, NOON.plusSeconds(90)), texts.state());
    texts.add(List.of(), new State(0, 1, NOON.plusSeconds(30)));
    assertEquals(new State(0, 1, NOON.plusSeconds(90)), texts.state());
  }

  @Test
  void anEditIsNoCopyOfItself() {
    var placements = placements(texts(List.of()), SALT);
    Placement original = placements.place("x:1", TEXT).orElseThrow();
    assertEquals(original, placements.place("x:1", TEXT + " indeed").orElseThrow());
  }

  @Test
  void twoRequestsThatDoNotSeeOneAnotherAgreeOnTheIdAndNobodyWithoutTheSecretCanMakeIt() {
    String one = placements(texts(List.of()), SALT).place("x:1", TEXT).orElseThrow().cluster();
    String two = placements(texts(List.of()), SALT).place("y:9", TEXT).orElseThrow().cluster();
    String other =
        placements(texts(List.of()), new byte[] {9}).place("x:1", TEXT).orElseThrow().cluster();
    assertEquals(one, two);
    assertNotEquals(one, other);
  }

  @Test
  void aTextOfThreeWordsIsTooShortWhateverIsLinkedOrCalled() {
    var placements = placements(texts(List.of()), SALT);
    assertTrue(placements.place("x:1", "RT @a: so very true http://t.co/abc @b").isEmpty());
    assertTrue(placements.place("x:1", "so very true indeed").isPresent());
  }

  @Test
  void theOldestGiveWay() {
    var index = new TextIndex(4, 8);
    for (int i = 0; i < 20; i++) {
      Words words =
          WordScanner.words("text number %d of a long row of texts".formatted(i)).orElseThrow();
      index.add(new TextIndex.Entry(words, i, i));
    }
    assertEquals(8, index.size());
    assertTrue(
        index
            .find(WordScanner.words("text number 19 of a long row of texts").orElseThrow())
            .isPresent());
    assertTrue(
        index
            .find(WordScanner.words("text number 3 of a long row of texts").orElseThrow())
            .isEmpty());
  }

  @Test
  void whatAStoreKeepsReadsBack() {
    Words words = WordScanner.words(TEXT + " #tram 2026").orElseThrow();
    assertEquals(words, Words.of(words.bytes()));
  }
}
