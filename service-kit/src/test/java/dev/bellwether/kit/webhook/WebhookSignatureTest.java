package dev.bellwether.kit.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  /** The vector that the reference libraries of Standard Webhooks are tested with. */
  @Test
  void itSignsAsTheReferenceLibrariesDo() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.header(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY, List.of(SECRET)));
  }

  @Test
  void whileASecretIsBeingChangedThereIsASignatureOfEach() {
    String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    String both = WebhookSignature.header("m", 1, BODY, List.of(other, SECRET));

    assertEquals(
        WebhookSignature.header("m", 1, BODY, List.of(other))
            + " "
            + WebhookSignature.header("m", 1, BODY, List.of(SECRET)),
        both);
  }

  @Test
  void anIdWithAFullStopCouldPassForAnotherMessage() {
    assertThrows(
        IllegalArgumentException.class,
        () -> WebhookSignature.header("a.1", 1, BODY, List.of(SECRET)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8G",
        "whsec_not*base64",
        "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void aSecretThatDoesNotReadIsNotQuoted(String secret) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WebhookSignature.header("m", 1, BODY, List.of(secret)));
    assertFalse(e.getMessage().contains(secret.substring(6)), e.getMessage());
  }
}
