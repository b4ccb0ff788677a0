package dev.bellwether.sentiment.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CorrectionCursorProperties {

  @Property
  void itComesBackAsItWasGivenWhateverTheIdHolds(
      @ForAll @LongRange(max = 253_402_300_799_999_999L) long micros, @ForAll String mention) {
    Assume.that(StorableText.flaw(mention).isEmpty());
    var correctedAt = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    var back = CorrectionCursor.decode(CorrectionCursor.after(correctedAt, mention).encode());
    assertEquals(mention, back.mention());
    assertEquals(correctedAt, back.correctedAt());
  }

  @Property
  void whatIsNotOursIsRefusedByName(
      @ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long before) {
    for (var foreign :
        new String[] {new CorrectionCursor(before, "x:1").encode(), before + "", "", "!"}) {
      var refused =
          assertThrows(ProblemException.class, () -> CorrectionCursor.decode(foreign), foreign);
      assertEquals("cursor", refused.problem().field());
    }
  }
}
