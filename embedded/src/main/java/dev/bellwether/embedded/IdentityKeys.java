package dev.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The key pair of the suite's signed identity: the gateway signs with the private half (ES256),
 * every service verifies with the public one.
 *
 * @param privateKey PEM file, PKCS#8, readable by its owner alone
 * @param publicKey PEM file, X.509 SubjectPublicKeyInfo
 */
public record IdentityKeys(Path privateKey, Path publicKey) {

  /**
   * The keys in {@code folder}, made there when one of them is absent.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static IdentityKeys in(Path folder) {
    var keys =
        new IdentityKeys(
            folder.resolve("identity-private.pem"), folder.resolve("identity-public.pem"));
    if (!Files.exists(keys.privateKey) || !Files.exists(keys.publicKey)) {
      keys.make(folder);
    }
    return keys;
  }

  private void make(Path folder) {
    try {
      Files.createDirectories(folder);
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      OwnerOnly.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      OwnerOnly.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the identity keys in " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }

  private static String pem(String type, byte[] der) {
    var body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
