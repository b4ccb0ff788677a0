package dev.bellwether.gateway.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;

/**
 * Reads the private key from its PEM file. What is wrong with it is said in one line, without a
 * stack trace.
 */
final class SigningKey {

  private static final int P256_BITS = 256;

  private SigningKey() {}

  /**
   * @param location path of a PKCS#8 PEM file
   * @throws StartFailure when there is no usable key
   */
  static PrivateKey read(Optional<String> location) {
    String path = location.filter(text -> !text.isBlank()).orElseThrow(() -> refuse("is not set"));
    try {
      PrivateKey key =
          KeyUtils.decodePrivateKey(Files.readString(Path.of(path)), SignatureAlgorithm.ES256);
      if (key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() == P256_BITS) {
        return key;
      }
      throw refuse("names " + path + ", which holds a key of another curve");
    } catch (IOException | InvalidPathException e) {
      throw refuse("names " + path + ", which cannot be read");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw refuse("names " + path + ", which holds no such key");
    }
  }

  private static StartFailure refuse(String what) {
    return new StartFailure(
        "BELLWETHER_IDENTITY_PRIVATE_KEY "
            + what
            + "; it must be the path of a PKCS#8 PEM file with an EC P-256 private key");
  }
}
