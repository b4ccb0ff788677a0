package dev.bellwether.sentiment.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.text.Token.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostTokenizerTest {

  private static final PostTokenizer TOKENIZER = new PostTokenizer(Set.of());

  @Test
  void accountsAndLinksLoseTheirNames() {
    assertEquals(
        List.of("@user", "look", "url", "url"),
        texts("@some_Body look https://t.co/aB?c=1 www.example.org"));
  }

  @Test
  void aMaskedLinkIsALinkAndAWordThatBeginsLikeItIsNot() {
    assertEquals(List.of(Kind.URL, Kind.WORD), kinds("http httpd"));
  }

  @Test
  void elongatedWordsMeetTheirCousinsAndSaySo() {
    assertEquals(
        List.of(
            new Token(Kind.WORD, "soo", true, false, 0, 7),
            new Token(Kind.WORD, "good", false, false, 8, 12)),
        TOKENIZER.tokenize("Soooooo good"));
  }

  @Test
  void capitalsAreFoldedAndRemembered() {
    assertEquals(
        List.of(new Token(Kind.WORD, "worst", false, true, 0, 5)), TOKENIZER.tokenize("WORST"));
  }

  @Test
  void aHashtagStaysWholeAndIsFollowedByItsParts() {
    assertEquals(List.of("worstdayever", "worst", "day", "ever"), texts("#WorstDayEver"));
    assertEquals(
        List.of(Kind.HASHTAG, Kind.HASHTAG_PART, Kind.HASHTAG_PART, Kind.HASHTAG_PART),
        kinds("#WorstDayEver"));
    assertEquals(List.of("happy", "happy"), texts("#happy"));
  }

  @Test
  void emoticonsStayWholeWhateverTheLengthOfTheirMouths() {
    assertEquals(
        List.of(":)", ":-(", ";d", "<3", "</3", "(:"),
        texts(":)))) :-( ;D <3333 </3 (:").stream().map(String::toLowerCase).toList());
    assertEquals(
        6,
        kinds(":)))) :-( ;D <3333 </3 (:").stream().filter(kind -> kind == Kind.EMOTICON).count());
  }

  @Test
  void timesAndListsAreNoFaces() {
    assertTrue(
        kinds("at 5:30 8) see http://x.y").stream().noneMatch(kind -> kind == Kind.EMOTICON));
  }

  @Test
  void emojiLoseSkinAndJoinersButNotTheirFeeling() {
    assertEquals(List.of("👍", "❤", "👩", "👧"), texts("👍🏽❤️👩‍👧"));
  }

  @Test
  void bothApostrophesMakeTheSameWord() {
    assertEquals(List.of("don't", "don't"), texts("don't don’t"));
  }

  @Test
  void runsOfPunctuationAreOneToken() {
    assertEquals(List.of("wow", "!!", "??", "."), texts("wow!!!!!!???."));
  }

  @Test
  void escapedEntitiesAreRead() {
    assertEquals(List.of("<3", "&"), texts("&lt;3 &amp;"));
  }

  @Test
  void tokensSayWhereTheyStoodEvenAfterEscapes() {
    var text = "a &amp; b #GoodDay \\u2019tis";
    var tokens = TOKENIZER.tokenize(text);
    assertEquals(
        List.of("a", "&amp;", "b", "#GoodDay", "Good", "Day", "\\u2019", "tis"),
        tokens.stream().map(token -> text.substring(token.start(), token.end())).toList());
    assertEquals("&", tokens.get(1).text());
  }

  @Test
  void vowelSignsOfIndianScriptsStayInTheirWords() {
    assertEquals(
        List.of("\u0905\u091a\u094d\u091b\u093e"), texts("\u0905\u091a\u094d\u091b\u093e"));
  }

  @Test
  void arabicLosesItsVowelSignsAndItsTatweel() {
    assertEquals(
        texts("\u062c\u0645\u064a\u0644"), texts("\u062c\u064e\u0645\u0640\u0640\u064a\u0644"));
  }

  @Test
  void foldingMakesSpellingsMeetAndOnlyWhereAsked() {
    assertEquals(
        List.of("tres", "bien"), texts(new PostTokenizer(Set.of(Folding.ACCENTS)), "Très bien"));
    assertEquals(List.of("très", "bien"), texts("Très bien"));
    var arabic = new PostTokenizer(Set.of(Folding.ARABIC));
    assertEquals(
        texts(arabic, "\u0627\u062d\u0645\u062f"), texts(arabic, "\u0623\u062d\u0645\u062f"));
  }

  private static List<String> texts(PostTokenizer tokenizer, String text) {
    return tokenizer.tokenize(text).stream().map(Token::text).toList();
  }

  private static List<String> texts(String text) {
    return TOKENIZER.tokenize(text).stream().map(Token::text).toList();
  }

  private static List<Kind> kinds(String text) {
    return TOKENIZER.tokenize(text).stream().map(Token::kind).toList();
  }
}
