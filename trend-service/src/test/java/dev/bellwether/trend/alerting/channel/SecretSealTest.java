package dev.bellwether.trend.alerting.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretSealTest {

  private static final String OLD = key(1);
  private static final String NEW = key(2);

  @Test
  void aSecretOpensWhereItWasSealedAndNowhereElse() {
    var seal = SecretSeal.of(OLD);
    var sealed = seal.seal("whsec_x", "w|c");
    assertFalse(sealed.contains("whsec_x"));
    assertNotEquals(sealed, seal.seal("whsec_x", "w|c"), "equal secrets do not look it");
    assertEquals("whsec_x", seal.open(sealed, "w|c"));
    assertThrows(UnsealableException.class, () -> seal.open(sealed, "w|d"));
    assertThrows(UnsealableException.class, () -> SecretSeal.of(NEW).open(sealed, "w|c"));
  }

  @Test
  void aKeyIsReplacedBySettingTheNewOneBeforeIt() {
    var sealed = SecretSeal.of(OLD).seal("whsec_x", "w|c");
    var both = SecretSeal.of(NEW + ", " + OLD);
    assertEquals("whsec_x", both.open(sealed, "w|c"));
    assertEquals("whsec_x", SecretSeal.of(NEW).open(both.seal("whsec_x", "w|c"), "w|c"));
  }

  @Test
  void whatWasKeptBeforeThereWasAKeyOpensStill() {
    var plain = SecretSeal.of("").seal("whsec_x", "w|c");
    assertTrue(plain.endsWith("whsec_x"));
    assertEquals("whsec_x", SecretSeal.of(NEW).open(plain, "w|c"));
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithoutBeingQuoted() {
    for (var wrong : new String[] {"c2hvcnQ=", "not base64!", OLD + ","}) {
      var refused = assertThrows(IllegalArgumentException.class, () -> SecretSeal.of(wrong));
      assertTrue(refused.getMessage().contains("openssl rand -base64 32"));
      assertFalse(refused.getMessage().contains("c2hvcnQ"));
    }
  }

  @Test
  void signingSecretsHaveTheLengthThatTheStandardAsksFor() {
    assertTrue(SigningSecret.isOne(SigningSecret.fresh()));
    assertFalse(SigningSecret.isOne("whsec_" + Base64.getEncoder().encodeToString(new byte[23])));
    assertFalse(SigningSecret.isOne(Base64.getEncoder().encodeToString(new byte[32])));
    assertFalse(SigningSecret.isOne("whsec_!"));
  }

  private static String key(int fill) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
