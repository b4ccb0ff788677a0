package dev.bellwether.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityKeysTest {

  @TempDir Path folder;

  @Test
  void whatThePrivateHalfSignsThePublicHalfVerifies() throws Exception {
    var keys = IdentityKeys.in(folder.resolve("keys"));
    var factory = KeyFactory.getInstance("EC");
    var message = "who calls".getBytes(StandardCharsets.UTF_8);

    var signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(der(keys.privateKey()))));
    signer.update(message);
    var signature = signer.sign();

    var verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(factory.generatePublic(new X509EncodedKeySpec(der(keys.publicKey()))));
    verifier.update(message);
    assertTrue(verifier.verify(signature));
  }

  @Test
  void keysAreMadeOnceAndThePrivateOneIsItsOwnersAlone() throws Exception {
    var keys = IdentityKeys.in(folder);
    var before = Files.readString(keys.privateKey());
    assertEquals(keys, IdentityKeys.in(folder));
    assertEquals(before, Files.readString(keys.privateKey()));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())));
  }

  private static byte[] der(Path pem) throws Exception {
    return Base64.getMimeDecoder()
        .decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
  }
}
