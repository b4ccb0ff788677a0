package dev.bellwether.ingest.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

  private static final byte[] KEY =
      "a key of thirty-two bytes or so.".getBytes(StandardCharsets.UTF_8);
  private static final PseudonymKey OLD = PseudonymKey.of(KEY);
  private static final PseudonymKey NEW =
      new PseudonymKey(
          "2026", "another one, thirty-two bytes too".getBytes(StandardCharsets.UTF_8));

  private final Pseudonyms pseudonyms = new Pseudonyms(List.of(OLD));

  @ParameterizedTest
  @CsvSource({
    "x, @Jane",
    "x, '  jane '",
    "reddit, u/Jane",
    "reddit, /u/jane",
    "mastodon, acct:jane",
    "bluesky, @JANE"
  })
  void oneAccountHasOnePseudonymHoweverItIsWritten(String platform, String written) {
    assertEquals(pseudonyms.of("w", platform, "jane"), pseudonyms.of("w", platform, written));
  }

  @Test
  void channelsOfYouTubeDifferByCase() {
    assertNotEquals(
        pseudonyms.of("w", "youtube", "UCabcdefghijklmnopqrstuv"),
        pseudonyms.of("w", "youtube", "UCABCDEFGHIJKLMNOPQRSTUV"));
  }

  @Test
  void workspacesPlatformsAndKeysShareNone() {
    String jane = pseudonyms.of("w", "x", "jane");
    assertNotEquals(jane, pseudonyms.of("v", "x", "jane"));
    assertNotEquals(jane, pseudonyms.of("w", "bluesky", "jane"));
    byte[] other = KEY.clone();
    other[0]++;
    assertNotEquals(jane, new Pseudonyms(List.of(PseudonymKey.of(other))).of("w", "x", "jane"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[deleted]", "[Removed]", " deleted ", "@", "  ", "anonymous"})
  void aNameThatIsGoneIsNobody(String name) {
    assertNull(pseudonyms.of("w", "reddit", name));
    assertTrue(pseudonyms.all("w", "reddit", name).isEmpty());
  }

  @Test
  void afterARotationTheAuthorIsFoundUnderEveryKey() {
    String before = pseudonyms.of("w", "x", "jane");
    var rotated = new Pseudonyms(List.of(NEW, OLD));
    String after = rotated.of("w", "x", "jane");
    assertNotEquals(before, after);
    assertEquals("2026", rotated.keyId());
    Set<String> all = rotated.all("w", "x", "@Jane");
    assertEquals(after, all.iterator().next());
    assertTrue(all.contains(before));
  }

  /** A stored value of version 0.1: HMAC of the whole identity under the key itself. */
  @Test
  void whatVersion01StoredIsStillFound() {
    String stored = HmacSha256.under(KEY).hex("w|x|jane");
    assertTrue(pseudonyms.all("w", "x", "@Jane").contains(stored));
    assertFalse(stored.equals(pseudonyms.of("w", "x", "jane")));
  }

  /** RFC 5869, test case 3: no salt, no info; its first 32 bytes. */
  @Test
  void derivationIsThatOfTheStandard() {
    assertEquals(
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
        HexFormat.of().formatHex(Hkdf.derive(HexFormat.of().parseHex("0b".repeat(22)), "")));
  }

  @Test
  void derivationIsThatOfTheJdk() throws Exception {
    byte[] derived =
        KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(KEY)
                    .thenExpand("pseudonym/w".getBytes(StandardCharsets.UTF_8), 32));
    assertEquals(
        HexFormat.of().formatHex(derived),
        HexFormat.of().formatHex(Hkdf.derive(KEY, "pseudonym/w")));
  }

  @Test
  void keysAreReadNewestFirst() {
    String old = Base64.getEncoder().encodeToString(KEY);
    PseudonymKeys keys =
        PseudonymKeys.parse("2026:" + old.replace('Y', 'Z') + ", " + old + ",0a1b:retired");
    assertEquals(List.of("2026", OLD.id()), keys.live().stream().map(PseudonymKey::id).toList());
    assertEquals(Set.of("0a1b"), keys.retired());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2hvcnQ=",
        "id:not base64!",
        "",
        "a:retired",
        "a b:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
      })
  void aKeyThatIsNoneIsRefusedWithoutBeingQuoted(String text) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> PseudonymKeys.parse(text));
    assertFalse(!text.isEmpty() && refusal.getMessage().contains(text), refusal.getMessage());
  }

  @Test
  void twoKeysOfOneIdAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pseudonyms(List.of(OLD, OLD)));
  }

  @Test
  void aKeyIsNeverPrinted() {
    assertEquals("PseudonymKey[2026]", NEW.toString());
  }
}
