package dev.bellwether.sentiment.api;

import dev.bellwether.kit.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A parameter that is one of some words: the names of constants, in small letters. */
final class OneOf {

  private OneOf() {}

  /**
   * @param value null or blank when it was not given
   * @throws ProblemException 400 naming the parameter and the words
   */
  static <E extends Enum<E>> E parse(String name, String value, E otherwise, List<E> allowed) {
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    return allowed.stream()
        .filter(one -> word(one).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    name,
                    "%s must be one of %s."
                        .formatted(
                            name,
                            allowed.stream().map(OneOf::word).collect(Collectors.joining(", ")))));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
