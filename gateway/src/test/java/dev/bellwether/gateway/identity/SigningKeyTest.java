package dev.bellwether.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.IdentityKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

  @TempDir Path folder;

  private static String complaint(Optional<String> location) {
    String message = assertThrows(StartFailure.class, () -> SigningKey.read(location)).getMessage();
    assertTrue(message.contains("BELLWETHER_IDENTITY_PRIVATE_KEY"), message);
    assertFalse(message.contains("\n"), message);
    return message;
  }

  private Path pem(String algorithm, String curve) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (curve != null) {
      generator.initialize(new ECGenParameterSpec(curve));
    }
    String body =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  @Test
  void aP256KeyIsRead() {
    String path = IdentityKeys.in(folder).privateKey().toString();
    assertEquals("EC", SigningKey.read(Optional.of(path)).getAlgorithm());
  }

  @Test
  void aMissingSettingAFileThatIsNotThereAndAWrongKeyEachGiveOneClearLine() throws Exception {
    assertTrue(complaint(Optional.empty()).contains("is not set"));
    assertTrue(complaint(Optional.of(" ")).contains("is not set"));
    assertTrue(
        complaint(Optional.of(folder.resolve("none.pem").toString())).contains("cannot be read"));
    assertTrue(complaint(Optional.of(folder.toString())).contains("cannot be read"));
    Path text = Files.writeString(folder.resolve("text.pem"), "not a key");
    assertTrue(complaint(Optional.of(text.toString())).contains("holds no such key"));
    assertTrue(complaint(Optional.of(pem("RSA", null).toString())).contains("holds no such key"));
    assertTrue(complaint(Optional.of(pem("EC", "secp384r1").toString())).contains("another curve"));
  }
}
