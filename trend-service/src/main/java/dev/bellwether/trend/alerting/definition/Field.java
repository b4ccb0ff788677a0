package dev.bellwether.trend.alerting.definition;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.util.List;

/** Checks that name the field and the remedy. */
final class Field {

  private Field() {}

  static ProblemException wrong(String field, String remedy) {
    return ProblemException.badRequest(field, field + " " + remedy);
  }

  /**
   * @throws ProblemException 400 when there is none, or it is too long or not storable
   */
  static String required(String field, String text, int longest) {
    if (text == null || text.isBlank()) {
      throw wrong(field, "is missing; give one.");
    }
    return text(field, text, longest);
  }

  static String text(String field, String text, int longest) {
    if (text.length() > longest) {
      throw wrong(field, "is longer than " + longest + " characters; shorten it.");
    }
    StorableText.flaw(text)
        .ifPresent(
            flaw -> {
              throw wrong(field, flaw + ".");
            });
    return text.strip();
  }

  /** Never null; each entry stripped. */
  static List<String> texts(String field, List<String> texts, int most, int longest) {
    if (texts == null) {
      return List.of();
    }
    if (texts.size() > most) {
      throw wrong(field, "has " + texts.size() + " entries; at most " + most + " are taken.");
    }
    for (String text : texts) {
      if (text == null || text.isBlank()) {
        throw wrong(field, "holds an empty entry; remove it.");
      }
    }
    return texts.stream().map(text -> text(field, text, longest)).toList();
  }

  /**
   * @param value null: the default
   */
  static int within(String field, Integer value, int least, int most, int byDefault) {
    if (value == null) {
      return byDefault;
    }
    if (value < least || value > most) {
      throw wrong(field, "must be a whole number from " + least + " to " + most + ".");
    }
    return value;
  }
}
