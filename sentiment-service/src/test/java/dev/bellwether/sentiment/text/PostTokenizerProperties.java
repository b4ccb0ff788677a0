package dev.bellwether.sentiment.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.AnyText;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PostTokenizerProperties {

  private static final PostTokenizer PLAIN = new PostTokenizer(Set.of());
  private static final PostTokenizer FOLDING = new PostTokenizer(EnumSet.allOf(Folding.class));

  @Property(tries = 500)
  void anyTextIsCutIntoNormalisedTokensOfBoundedNumberAndLength(@ForAll("anyText") String text) {
    for (var tokenizer : Set.of(PLAIN, FOLDING)) {
      var tokens = tokenizer.tokenize(text);
      assertTrue(tokens.size() <= PostTokenizer.MAX_CHARACTERS);
      for (var token : tokens) {
        assertTrue(!token.text().isEmpty() && token.text().length() <= 40, token.text());
        assertTrue(token.text().chars().noneMatch(Character::isWhitespace));
      }
    }
  }

  @Property(tries = 500)
  void tokensStandInOrderWithinTheText(@ForAll("anyText") String text) {
    int before = 0;
    for (var token : PLAIN.tokenize(text)) {
      assertTrue(
          token.start() >= before && token.start() < token.end(), token + " after " + before);
      assertTrue(token.end() <= text.length());
      before = token.start();
    }
  }

  @Property(tries = 500)
  void reusedArraysHoldWhatFreshOnesHold(
      @ForAll("anyText") String first, @ForAll("anyText") String second) {
    var reused = new Tokens();
    PLAIN.fill(first, reused);
    PLAIN.fill(second, reused);
    assertEquals(PLAIN.tokenize(second), reused.view());
    for (int i = 0; i < reused.size(); i++) {
      assertEquals(TokenHash.of(reused.text(i)), reused.hash(i));
    }
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }
}
