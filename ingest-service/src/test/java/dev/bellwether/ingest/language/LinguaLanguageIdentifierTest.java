package dev.bellwether.ingest.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinguaLanguageIdentifierTest {

  private static final LanguageIdentifier LANGUAGES = new LinguaLanguageIdentifier();

  @ParameterizedTest
  @CsvSource({
    "en, this kettle leaks all over my kitchen and nobody answers",
    "de, die Flasche ist leider schon wieder undicht",
    "es, mi nueva botella llegó rota y nadie me contesta",
    "fr, la bouteille fuit et personne ne répond au service client",
    "und, lol",
    "und, '!!! 😀 123'",
  })
  void namesALanguageOnlyWhereThereIsEnoughToTell(String language, String prose) {
    assertEquals(language, LANGUAGES.identify(prose));
  }
}
