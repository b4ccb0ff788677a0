package dev.bellwether.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.bellwether.gateway.audit.SubjectDigest.Kind;
import dev.bellwether.gateway.audit.SubjectDigest.Maker;
import org.junit.jupiter.api.Test;

class SubjectDigestTest {

  private final Maker maker = new Maker(new byte[32]);

  @Test
  void theSameIdIsTheSameDigestOnlyInTheSameWorkspaceKindAndUnderTheSameKey() {
    SubjectDigest digest = maker.of("w", Kind.MENTION, "x:1");
    assertEquals(digest, maker.of("w", Kind.MENTION, "x:1"));
    assertEquals(16, digest.bytes().length);
    assertNotEquals(digest, maker.of("v", Kind.MENTION, "x:1"));
    assertNotEquals(digest, maker.of("w", Kind.AUTHOR, "x:1"));
    assertNotEquals(digest, maker.of("w", Kind.MENTION, "x:2"));
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    assertNotEquals(digest, new Maker(otherKey).of("w", Kind.MENTION, "x:1"));
  }
}
