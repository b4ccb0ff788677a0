package dev.bellwether.sentiment.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.AnyText;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The lexer never meets a long stretch without blanks, and positions stay those of the text. */
class LexerTextProperties {

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }

  @Property(tries = 200)
  void noStretchIsLongAndEveryOtherCharacterStaysWhereItWas(@ForAll("anyText") String text) {
    var lexed = LexerText.of(text);
    assertEquals(text.length(), lexed.length());
    assertTrue(
        Arrays.stream(lexed.split("[ \t\n\r]", -1))
            .allMatch(stretch -> stretch.length() < LexerText.LONGEST + 1));
    for (int i = 0; i < text.length(); i++) {
      assertTrue(lexed.charAt(i) == text.charAt(i) || lexed.charAt(i) == ' ');
    }
  }

  @Property(tries = 200)
  void noSurrogatePairIsCutApart(@ForAll("anyText") String text) {
    assertEquals(
        unpaired(text) - unpairedBlanked(text), unpaired(LexerText.of(text)), "lone halves");
  }

  private static long unpaired(String text) {
    return text.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF).count();
  }

  /** Lone halves of the text that are blanks for the lexer. */
  private static long unpairedBlanked(String text) {
    var lexed = LexerText.of(text);
    long blanked = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      blanked += point >= 0xD800 && point <= 0xDFFF && lexed.charAt(i) == ' ' ? 1 : 0;
      i += Character.charCount(point);
    }
    return blanked;
  }

  @Property(tries = 100)
  void aPostOfOrdinaryWordsIsNotTouched(@ForAll("words") String text) {
    assertEquals(text, LexerText.of(text));
  }

  @Provide
  Arbitrary<String> words() {
    return net.jqwik.api.Arbitraries.strings()
        .alpha()
        .ofMinLength(1)
        .ofMaxLength(150)
        .list()
        .ofMaxSize(60)
        .map(words -> String.join(" ", words));
  }
}
