package dev.bellwether.sentiment.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.AnyText;
import dev.bellwether.sentiment.text.Token.Kind;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PostTokenizerTest {

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
            new Token(Kind.WORD, "soo", true, false), new Token(Kind.WORD, "good", false, false)),
        PostTokenizer.tokenize("Soooooo good"));
  }

  @Test
  void capitalsAreFoldedAndRemembered() {
    assertEquals(
        List.of(new Token(Kind.WORD, "worst", false, true)), PostTokenizer.tokenize("WORST"));
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

  @Property(tries = 500)
  void anyTextIsCutIntoNormalisedTokensOfBoundedNumberAndLength(@ForAll("anyText") String text) {
    var tokens = PostTokenizer.tokenize(text);
    assertTrue(tokens.size() <= 2 * PostTokenizer.MAX_CHARACTERS);
    for (var token : tokens) {
      assertTrue(!token.text().isEmpty() && token.text().length() <= 2 * 42, token.text());
      assertTrue(token.text().chars().noneMatch(Character::isWhitespace));
    }
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }

  private static List<String> texts(String text) {
    return PostTokenizer.tokenize(text).stream().map(Token::text).toList();
  }

  private static List<Kind> kinds(String text) {
    return PostTokenizer.tokenize(text).stream().map(Token::kind).toList();
  }
}
