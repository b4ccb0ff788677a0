package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The keys that the chart makes where none are given, in the forms that the services read. */
class GeneratedKeysTest {

  @Test
  void whatThePrivateKeySignsThePublicKeyVerifies() throws GeneralSecurityException {
    var keys = KeyFactory.getInstance("EC");
    var privateKey =
        keys.generatePrivate(new PKCS8EncodedKeySpec(der(secret("identity", "private.pem"))));
    var publicKey =
        keys.generatePublic(new X509EncodedKeySpec(der(secret("identity", "public.pem"))));
    var said = "who is calling".getBytes(StandardCharsets.UTF_8);
    var signing = Signature.getInstance("SHA256withECDSA");
    signing.initSign(privateKey);
    signing.update(said);
    var signature = signing.sign();
    var verifying = Signature.getInstance("SHA256withECDSA");
    verifying.initVerify(publicKey);
    verifying.update(said);
    assertTrue(verifying.verify(signature));
  }

  @Test
  void thePseudonymKeyIs32BytesAndAnotherOneEachTime() {
    var key = secret("pseudonym-key", "key");
    assertEquals(32, Base64.getDecoder().decode(key).length);
    assertNotEquals(key, render("pseudonym-key", "key"));
  }

  @Test
  void theApiKeyHasTheShapeThatTheGatewayTakes() {
    var key = secret("api-key", "key");
    assertTrue(key.matches("bw_[A-Za-z0-9_-]{43}"), key);
    assertEquals(32, Base64.getUrlDecoder().decode(key.substring(3)).length);
  }

  @Test
  void anUpgradeKeepsThem() {
    var upgraded = Chart.OURS.render(Chart.MINIMAL, rendered);
    assertEquals(secrets(rendered), secrets(upgraded));
    assertEquals(3, secrets(upgraded).size());
  }

  @Test
  void anotherKeyIsAnotherPod() {
    var held = Chart.OURS.render(Chart.MINIMAL, rendered);
    var others = Chart.OURS.render(Chart.MINIMAL, Chart.OURS.render(Chart.MINIMAL));
    assertEquals(checksum(held), checksum(Chart.OURS.render(Chart.MINIMAL, held)));
    assertNotEquals(checksum(held), checksum(others));
  }

  @Test
  void theyOutliveTheRelease() {
    Chart.OURS.render(Chart.MINIMAL).stream()
        .filter(manifest -> manifest.kind().equals("Secret"))
        .forEach(
            secret ->
                assertEquals(
                    "keep",
                    secret
                        .json()
                        .at("/metadata/annotations")
                        .path("helm.sh/resource-policy")
                        .asText(),
                    secret.what()));
  }

  private final List<Manifest> rendered = Chart.OURS.render(Chart.MINIMAL);

  private static Map<String, JsonNode> secrets(List<Manifest> manifests) {
    return manifests.stream()
        .filter(manifest -> manifest.kind().equals("Secret"))
        .collect(Collectors.toMap(Manifest::name, secret -> secret.json().path("data")));
  }

  private static String checksum(List<Manifest> manifests) {
    return manifests.stream()
        .filter(manifest -> manifest.what().equals("Deployment brand-bellwether-gateway"))
        .findFirst()
        .orElseThrow()
        .json()
        .at("/spec/template/metadata/annotations")
        .path("bellwether/secrets")
        .asText();
  }

  private String secret(String name, String key) {
    return value(rendered, name, key);
  }

  private static String render(String name, String key) {
    return value(Chart.OURS.render(Chart.MINIMAL), name, key);
  }

  private static String value(List<Manifest> manifests, String name, String key) {
    var data =
        manifests.stream()
            .filter(manifest -> manifest.what().equals("Secret brand-bellwether-" + name))
            .findFirst()
            .orElseThrow()
            .json()
            .path("data");
    return new String(
        Base64.getDecoder().decode(data.path(key).asText()), StandardCharsets.US_ASCII);
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
