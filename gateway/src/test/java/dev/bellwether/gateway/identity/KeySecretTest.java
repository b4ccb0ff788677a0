package dev.bellwether.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeySecretTest {

  @Test
  void aRandomSecretHoldsThirtyTwoBytesAndReadsBackAsItself() {
    KeySecret secret = KeySecret.random();
    assertEquals(
        32, Base64.getUrlDecoder().decode(secret.reveal().substring("bw_".length())).length);
    assertArrayEquals(secret.hash(), KeySecret.parse(secret.reveal()).orElseThrow().hash());
    assertNotEquals(secret.reveal(), KeySecret.random().reveal());
  }

  @Test
  void theHashIsPlainSha256() {
    // printf 'bw_%043d' 0 | sha256sum
    String zeros = "bw_" + "0".repeat(43);
    assertEquals(
        "15ceeecb6b28543ed5f65882a5aeaf7233bd30aebaaa3e2585aeb823d5f2ef8e",
        KeySecret.parse(zeros).orElseThrow().hashHex());
  }

  @Test
  void itNeverPrintsItself() {
    KeySecret secret = KeySecret.random();
    assertEquals("bw_…", secret.toString());
    assertEquals("Key[secret=bw_…]", new Presented.Key(secret).toString());
  }

  @Property
  void whatHasNotItsShapeIsNoSecret(@ForAll String text) {
    Optional<KeySecret> secret = KeySecret.parse(text);
    assertEquals(text.matches("bw_[\\w-]{43}"), secret.isPresent());
  }

  @Test
  void theBearerSchemeIsReadInAnyCaseAndNothingElseIs() {
    String key = KeySecret.random().reveal();
    assertInstanceOf(Presented.Key.class, Presented.in("BEARER " + key, null));
    assertInstanceOf(Presented.Key.class, Presented.in(null, " " + key + " "));
    assertInstanceOf(Presented.Unreadable.class, Presented.in(key, null));
    assertInstanceOf(Presented.Unreadable.class, Presented.in("", null));
    assertInstanceOf(Presented.Unreadable.class, Presented.in("Basic " + key, key));
    assertInstanceOf(Presented.Unreadable.class, Presented.in("Bearer " + key + " " + key, null));
    assertInstanceOf(Presented.Nothing.class, Presented.in(null, null));
  }
}
