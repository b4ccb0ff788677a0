package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file that a person has looked at; {@code -Dgolden.write} writes it anew. */
public final class Golden {

  /** As Quarkus sets it up. */
  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private static final Path FOLDER = Path.of("src/test/resources/golden/alerting");

  private Golden() {}

  public static void assertText(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (System.getProperty("golden.write") != null) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertEquals(Files.readString(file), actual, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void assertJson(String name, Object actual) {
    try {
      assertText(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(actual) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
