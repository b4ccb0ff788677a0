package dev.bellwether.ingest.privacy.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever the text: redaction ends, and has nothing left to do the second time. */
class RedactionProperties {

  private static final Redactor REDACTOR = new Redactor();

  private static final List<String> FRAGMENTS =
      List.of(
          "0",
          "1",
          "4",
          "12",
          "49",
          "00",
          "011",
          "555",
          "4111",
          "1999",
          "2024",
          "0171",
          "1234567",
          "٤",
          "９",
          " ",
          " ",
          " ",
          " ",
          "-",
          ".",
          "/",
          "(",
          ")",
          "+",
          ",",
          ":",
          "::",
          ";",
          "@",
          "＠",
          "%40",
          "%3D",
          "[",
          "]",
          "<",
          "\"",
          "'",
          "_",
          "x",
          " ext. ",
          ";ext=",
          "tel:",
          "call ",
          "phone",
          "[phone]",
          "[card] ",
          "a",
          "b.com",
          "jane",
          " at ",
          "(at)",
          " dot ",
          "[dot]",
          "gmail.com",
          "mailto:",
          "https://",
          "www.",
          "wa.me/",
          "?phone=",
          "/status/",
          "DE89",
          "370400440532013000",
          "GB82WEST12345698765432",
          "1.2.3.4",
          "2001:db8::1",
          "[IPv6:",
          "A",
          "Ä-",
          "B. ",
          "Baker ",
          "Street",
          "Haupt",
          "straße ",
          "rue de la ",
          "via Roma ",
          "calle ",
          "ul. ",
          "Caddesi ",
          "شارع ",
          "中山路",
          "号",
          "丁目",
          "😀",
          "\uD83D",
          "\uDE00",
          "\u200B",
          "\u00AD",
          "\uE000",
          "\uFE0F\u20E3",
          "\n",
          "e\u0301",
          "800-FLOWERS");

  @Property(tries = 2_000)
  void anyTextIsRedactedOnceAndForAll(@ForAll @StringLength(max = 400) String text) {
    String once = REDACTOR.redact(text).text();
    assertEquals(once, REDACTOR.redact(once).text());
  }

  @Property(tries = 2_000)
  void soIsTextOfNothingButDigitsAndSigns(
      @ForAll @StringLength(max = 120) @CharRange(from = ' ', to = '@') String text) {
    REDACTOR.redact(text);
  }

  @Property(tries = 1_000)
  void soIsAnyMixtureOfWhatTheRulesLookFor(@ForAll("mixtures") String text) {
    Redacted once = REDACTOR.redact(text);
    Redacted twice = REDACTOR.redact(once.text());
    assertEquals(once.text(), twice.text());
    assertEquals(List.of(), twice.kinds());
    // the shortest finds are of four characters, the longest placeholder of nine
    assertTrue(once.text().length() <= 9 * (text.length() / 4 + 1) + text.length());
    assertTrue(isWellFormed(once.text()) || !isWellFormed(text));
  }

  @Property(tries = 1_000)
  void ofSeveralValuesSideBySideNoneIsLeft(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int count) {
    var random = new Random(seed);
    List<Planted> planted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      planted.add(Planted.any(random));
    }
    String separator = Planted.pick(random, " ", ", ", "\n", " / ", "; ");
    String text = planted.stream().map(Planted::value).collect(Collectors.joining(separator));
    String left = REDACTOR.redact(text).text();
    for (Planted value : planted) {
      assertFalse(value.isIn(left), () -> value + " of: " + text + " is in: " + left);
    }
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(FRAGMENTS).list().ofMinSize(0).ofMaxSize(40).map(l -> String.join("", l));
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Property
  void aTextOfPlainWordsStaysTheSame(
      @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'z') String text) {
    assertSame(text, REDACTOR.redact(text).text());
  }
}
