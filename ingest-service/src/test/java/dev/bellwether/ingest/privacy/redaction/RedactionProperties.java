package dev.bellwether.ingest.privacy.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever the text: redaction ends, and has nothing left to do the second time. */
class RedactionProperties {

  private static final Redactor REDACTOR = new Redactor();

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

  @Property
  void aTextOfPlainWordsStaysTheSame(
      @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'z') String text) {
    assertSame(text, REDACTOR.redact(text).text());
  }
}
