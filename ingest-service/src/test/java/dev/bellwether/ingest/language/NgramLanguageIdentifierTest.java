package dev.bellwether.ingest.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramLanguageIdentifierTest {

  private static final LanguageIdentifier LANGUAGES = NgramLanguageIdentifier.load();

  @ParameterizedTest
  @CsvSource({
    "en, this kettle leaks all over my kitchen and nobody answers",
    "de, die Flasche ist leider schon wieder undicht",
    "es, mi nueva botella llegó rota y nadie me contesta",
    "fr, la bouteille fuit et personne ne répond au service client",
    "it, la bottiglia perde e nessuno mi risponde da giorni",
    "pt, a garrafa chegou quebrada e ninguém me responde",
    "nl, mijn fles lekt alweer en niemand geeft antwoord",
    "pl, moja butelka znowu przecieka i nikt nie odpowiada",
    "tr, şişem yine sızdırıyor ve kimse cevap vermiyor",
    "id, botol saya bocor lagi dan tidak ada yang menjawab",
  })
  void namesALanguageByItsLetters(String language, String prose) {
    assertEquals(language, LANGUAGES.identify(prose));
  }

  @ParameterizedTest
  @CsvSource({
    "ar, زجاجتي تتسرب مرة أخرى ولا أحد يجيب",
    "hi, मेरी बोतल फिर से लीक हो रही है",
    "ja, またボトルが漏れている",
    "zh, 我的瓶子又漏水了",
    "ko, 물병이 또 새요",
    "ru, моя бутылка опять течёт и никто не отвечает",
    "el, το μπουκάλι μου πάλι στάζει",
    "he, הבקבוק שלי שוב דולף",
    "th, ขวดน้ำของฉันรั่วอีกแล้ว",
    "ja, 新しいThermosが漏れてる",
  })
  void namesALanguageByItsScript(String language, String prose) {
    assertEquals(language, LANGUAGES.identify(prose));
  }

  @ParameterizedTest
  @CsvSource({
    "lol",
    "'!!! 😀 123'",
    "''",
    "hahaha",
    "bhai kya baat hai aaj kal nahi milte ho",
    "моя пляшка знову протікає і ніхто не відповідає",
    "بطری من دوباره نشتی دارد و هیچ کس پاسخ نمی‌دهد کجایید",
  })
  void staysSilentRatherThanGuess(String prose) {
    assertEquals("und", LANGUAGES.identify(prose));
  }

  @Test
  void aLongTextIsReadAsFarAsItTakes() {
    assertEquals("en", LANGUAGES.identify("nobody answers my letters ".repeat(400)));
  }
}
