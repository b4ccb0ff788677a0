package dev.bellwether.embedded;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may enter a guarded broker, by SASL PLAIN.
 *
 * @param passwords by user; {@link #ADMIN} may do everything, the others what ACLs allow
 */
public record KafkaLogins(Map<String, String> passwords) {

  public static final String ADMIN = "admin";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";

  public KafkaLogins {
    passwords = Map.copyOf(passwords);
    if (!passwords.containsKey(ADMIN)) {
      throw new IllegalArgumentException("nobody could set an ACL: there is no " + ADMIN);
    }
  }

  /** What a client of this name and password sets. */
  public static Map<String, String> client(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        LOGIN.formatted(user, password, ""));
  }

  Map<String, String> brokerSettings() {
    var known =
        new TreeMap<>(passwords)
            .entrySet().stream()
                .map(login -> " user_%s=\"%s\"".formatted(login.getKey(), login.getValue()))
                .collect(Collectors.joining());
    return Map.of(
        // PLAINTEXT is but the listener's name here
        "listener.security.protocol.map",
        "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        "PLAINTEXT",
        "sasl.enabled.mechanisms",
        "PLAIN",
        "sasl.mechanism.inter.broker.protocol",
        "PLAIN",
        "listener.name.plaintext.plain.sasl.jaas.config",
        LOGIN.formatted(ADMIN, passwords.get(ADMIN), known),
        "authorizer.class.name",
        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        // the controller's listener asks nobody's name
        "super.users",
        "User:ANONYMOUS;User:" + ADMIN);
  }
}
