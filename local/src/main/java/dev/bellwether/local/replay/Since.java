package dev.bellwether.local.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2h}, {@code 7d} or an instant. */
final class Since implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException notAnInstant) {
      return Instant.now().minus(duration(value));
    }
  }

  private static Duration duration(String value) {
    var upper = value.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'%s' is neither a time (2026-11-22T10:00:00Z) nor an age (30m, 2h, 7d)"
              .formatted(value));
    }
  }
}
