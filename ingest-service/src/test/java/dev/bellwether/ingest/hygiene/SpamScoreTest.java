package dev.bellwether.ingest.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamScoreTest {

  private static Assessment score(String text) {
    return SpamScore.of(text, PostEntities.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Last chance! 40% off all trainers, shop now",
        "Make money while you sleep! Passive income, DM me",
        "Letzte Chance: 35 % Rabatt auf alles, jetzt bestellen",
        "¡Sorteo! Sigue y comparte para llevarte la cafetera",
        "Jeu concours : tu as gagné ? Like et partage pour tenter ta chance",
        "Solo per oggi 25 % di sconto con il codice sconto ESTATE",
        "Renda extra: ganhe dinheiro sem sair do sofá",
        "【期間限定】全品３０％ＯＦＦ！送料無料",
        "مسابقة كبرى، تابع وشارك مع اصحابك",
      })
  void promotionIsToldInEveryLanguageByTwoSigns(String text) {
    assertTrue(score(text).score() >= 0.5, () -> text + ": " + score(text).reasons());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prices went up 40% this year, last chance to fix a rate",
        "text me or DM me when you get there",
        "Die Mannschaft gewinnt 3:0, das letzte Spiel war nur heute so gut",
        "España gana una final más, solo hoy importa el fútbol",
        "L'équipe gagne un match, aujourd'hui seulement on fête",
        "Ho perso l'ultima occasione di vederla",
        "Só hoje fui ao mercado e voltei com 3 coisas",
        "今だけ静かな図書館が好きです",
        "لا تفوت مباراة اليوم",
        "Bitcoin and other crypto fell again",
      })
  void talkThatSharesAPhraseWithPromotionIsNotSpam(String text) {
    assertTrue(score(text).score() < 0.5, () -> text + ": " + score(text).reasons());
  }

  @Test
  void figuresCurrenciesAccentsAndCaseMakeNoDifference() {
    for (String text : List.of("EARN $1,200 today", "earn € 5 now", "Earn £99.50")) {
      assertEquals(List.of("easy-money"), score(text).reasons());
    }
    assertEquals(List.of("hard-sell"), score("CÓDIGO de DESCUENTO").reasons());
    assertEquals(List.of("hard-sell"), score("codigo de descuento").reasons());
    assertEquals(List.of("hard-sell"), score("now -30%").reasons());
    assertEquals(List.of(), score("earns $5, the f4fx, 30 percent offer").reasons());
  }

  @Test
  void aPhraseSaidTwiceIsOneSignAndAnotherOfItsKindIsASecond() {
    assertEquals(0.4, score("giveaway giveaway giveaway").score(), 1e-9);
    Assessment two = score("giveaway! claim now");
    assertEquals(List.of("prize"), two.reasons());
    assertEquals(0.64, two.score(), 1e-9);
  }
}
