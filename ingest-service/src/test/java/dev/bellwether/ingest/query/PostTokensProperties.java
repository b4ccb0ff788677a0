package dev.bellwether.ingest.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Words of posts and of queries are made the same way, and stay what they are. */
class PostTokensProperties {

  @Property
  void theFastWayFoldsAsTheDefinitionDoes(@ForAll("writings") String text) {
    assertEquals(words(Folding.normalized(text)), words(Folding.fold(text)));
  }

  @Property
  void aFoldedTextFoldsToItself(@ForAll("writings") String text) {
    String folded = Folding.fold(text);
    assertEquals(folded, Folding.fold(folded));
  }

  @Property
  void aWordIsOneWordWhenReadAlone(@ForAll("writings") String text) {
    for (String word : PostTokens.of(text).distinctWords()) {
      assertArrayEquals(new String[] {word}, PostTokens.of(word).distinctWords(), word);
    }
  }

  @Property
  void everyPlaceOfAWordIsFoundInOrder(@ForAll("writings") String text) {
    PostTokens tokens = PostTokens.of(text);
    for (String word : tokens.distinctWords()) {
      List<Integer> places = new ArrayList<>();
      for (int at = tokens.first(word); at >= 0; at = tokens.next(at)) {
        places.add(at);
      }
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.word(i).equals(word)) {
          expected.add(i);
        }
      }
      assertEquals(expected, places);
    }
    assertEquals(-1, tokens.first("never there"));
  }

  private static List<String> words(String folded) {
    PostTokens tokens = PostTokens.of(folded);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.sign(i) + tokens.word(i) + tokens.isAttached(i));
    }
    return words;
  }

  @Provide
  Arbitrary<String> writings() {
    Arbitrary<String> mixed =
        Arbitraries.of(
                "a", "B", "é", "e\u0301", "ß", "ẞ", "İ", "ı", "Ⅷ", "²", "½", "ﬁ", "™", "©", "´",
                "\u00ad", "\u200b", "\u200d", "\ufe0f", "👍", "🏽", "👩", "💻", "🇩", "🇪", "1",
                "⃣", "…", "’", " ", "#", "@", "$", "_", "й", "и\u0306", "Σ", "ς", "東", "が",
                "か\u3099", "ｶﾞ", "ー", "กำ", "ก", "한", "\u1112", "\u0928", "\u093c", "و", "\u064b",
                "ª", "Ǆ", "‿", "❤", "ℹ", "㎏", "𝐀", "\u0345")
            .list()
            .ofMaxSize(10)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(mixed, Arbitraries.strings().ofMaxLength(12));
  }
}
