package dev.bellwether.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The passwords of one server's roles, by service; the superuser's is under {@code postgres}. */
record PostgresPasswords(Path file, Map<String, String> byService) {

  static final String SUPERUSER = "postgres";

  /** What is in the folder's file, completed by new passwords for whom it lacks. */
  static PostgresPasswords in(Path folder) throws IOException {
    var file = folder.resolve("passwords.properties");
    var stored = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        stored.load(reader);
      }
    }
    var passwords = new TreeMap<String, String>();
    passwords.put(SUPERUSER, stored.getProperty(SUPERUSER, fresh()));
    for (var service : ServiceSchemas.SERVICES) {
      passwords.put(service, stored.getProperty(service, fresh()));
    }
    if (!passwords.equals(stored)) {
      var properties = new Properties();
      properties.putAll(passwords);
      var text = new StringWriter();
      properties.store(text, null);
      OwnerOnly.write(file, text.toString());
    }
    return new PostgresPasswords(file, Map.copyOf(passwords));
  }

  String of(String service) {
    var password = byService.get(service);
    if (password == null) {
      throw new IllegalArgumentException(
          "no schema for a service named " + service + ": " + ServiceSchemas.SERVICES);
    }
    return password;
  }

  private static String fresh() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
