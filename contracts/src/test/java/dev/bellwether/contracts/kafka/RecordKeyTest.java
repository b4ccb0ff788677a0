package dev.bellwether.contracts.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordKeyTest {

  @Property
  void whatIsEncodedIsDecoded(@ForAll("parts") List<String> parts) {
    assertEquals(parts, RecordKey.decode(new RecordKey(parts).encode()).parts());
  }

  @Property
  void differentIdentitiesNeverShareAKey(
      @ForAll("parts") List<String> one, @ForAll("parts") List<String> other) {
    Assume.that(!one.equals(other));
    assertNotEquals(new RecordKey(one).encode(), new RecordKey(other).encode());
  }

  @Provide
  Arbitrary<List<String>> parts() {
    return Arbitraries.strings()
        .withChars("ab|\\:")
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
