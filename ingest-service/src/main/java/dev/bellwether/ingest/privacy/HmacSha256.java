package dev.bellwether.ingest.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key. */
record HmacSha256(SecretKeySpec key) {

  private static final String ALGORITHM = "HmacSHA256";

  static HmacSha256 under(byte[] key) {
    return new HmacSha256(new SecretKeySpec(key, ALGORITHM));
  }

  /** 64 hexadecimal digits. */
  String hex(String message) {
    return HexFormat.of().formatHex(of(message.getBytes(StandardCharsets.UTF_8)));
  }

  byte[] of(byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
