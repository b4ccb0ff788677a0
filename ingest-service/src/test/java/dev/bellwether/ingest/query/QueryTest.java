package dev.bellwether.ingest.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.query.Searchable.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query finds, as docs/query-language.md tells it. */
class QueryTest {

  private static boolean matches(String query, String text) {
    return matches(query, Searchable.of(text, Facts.NONE));
  }

  private static boolean matches(String query, Searchable post) {
    try {
      return Query.parse(query).matches(post);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(query + ": " + e.describe(), e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sandy | Hurricane SANDY! | true",
        "sandy | #sandy | true",
        "sandy | sandyhook | false",
        "sandy | hurricane_sandy | false",
        "sandy hurricane | Hurricane Sandy | true",
        "sandy hurricane | Sandy | false",
        "sandy OR irene | Irene | true",
        "a OR b c | a | true",
        "a OR b c | b | false",
        "a OR b c | b, then c | true",
        "(a OR b) c | a | false",
        "sandy NOT hook | sandy hook | false",
        "sandy NOT hook | sandy | true",
        "sandy AND NOT hook | sandy hook | false",
        "sandy -hook | sandy hook | false",
        "sandy -\"hook school\" | sandy hook | true",
        "sandy -(hook OR school) | sandy school | false",
        "sandy NOT (hook AND school) | sandy school | true",
        "sandy NOT NOT hook | sandy | false",
        "sandy and irene | sandy irene | false",
        "sandy and irene | sandy and irene | true",
      })
  void wordsJoinWithOperators(String query, String text, boolean expected) {
    assertEquals(expected, matches(query, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"boston marathon\" | the Boston  Marathon! | true",
        "\"boston marathon\" | marathon boston | false",
        "“boston marathon” | boston, marathon | true",
        "boston-marathon | Boston Marathon | true",
        "AT&T | at&t | true",
        "don't | don’t | true",
        "\"custom* service\" | customer service | true",
        "\"custom* service\" | customs and service | false",
        "\"apple pie\"~2 | pie of an apple | true",
        "\"apple pie\"~1 | pie of an apple | false",
        "apple NEAR/2 pie | pie of an apple | true",
        "apple NEAR/1 pie | pie of an apple | false",
        "apple ONEAR/2 pie | pie of an apple | false",
        "apple NEAR/2f pie | an apple in a pie | true",
        "apple NEAR/0 pie | apple pie | true",
        "(apple OR \"red pear\") NEAR/1 (pie OR tart) | red pear and tart | true",
        "(apple OR \"red pear\") NEAR/0 (pie OR tart) | red pear and tart | false",
        "great NEAR/0 great | great | false",
        "great NEAR/0 great | great, great | true",
        "(a NEAR/0 b) NEAR/1 c | b a x c | true",
        "(a NEAR/0 b) NEAR/1 c | a x b c | false",
        "a NEAR/5 b NEAR/3 c | a b x b x x c | true",
      })
  void phrasesAndNearnessKeepPlaces(String query, String text, boolean expected) {
    assertEquals(expected, matches(query, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "luxemb* | Luxemburgish | true",
        "luxemb* | luxemb | true",
        "luxemb* | lux | false",
        "organi?ation | organization | true",
        "organi?ation | organiation | false",
        "colo*r | colour | true",
        "colo*r | colors | false",
        "colo*r? | colors | true",
        "#sand* | #sandy | true",
        "#sand* | sandy | false",
        "삼성* | 삼성은 좋다 | true",
      })
  void wildcardsStandForCharacters(String query, String text, boolean expected) {
    assertEquals(expected, matches(query, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#sandy | sandy | false",
        "#sandy | '#Sandy,' | true",
        "#sandy | ＃sandy | true",
        "hashtag:sandy | #sandy | true",
        "#東京 | #東京 最高 | true",
        "#東京 | #東京五輪 | false",
        "@acme | hey @ACME | true",
        "@acme | acme | false",
        "@acme | jane@acme | false",
        "mention:acme | @acme | true",
        "@jane.doe | thanks @jane.doe! | true",
        "$ACME | buy $acme | true",
        "$ACME | buy acme | false",
        "cashtag:(acme OR tsla) | buy $TSLA | true",
        "\"#win now\" | #win now | true",
      })
  void signsMarkHashtagsAccountsAndCashtags(String query, String text, boolean expected) {
    assertEquals(expected, matches(query, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "café | CAFE noir | true",
        "cafe | cafe\u0301 | true",
        "ﬁne | fine | true",
        "straße | STRASSE | true",
        "Łódź | lodz | true",
        "ＡＣＭＥ | acme | true",
        "acme | Acme™ | true",
        "\"acme phone\" | the Acme® phone | true",
        "й | и | false",
        "ストア | ｽﾄｱ | true",
        "東京 | 東京都に住む | true",
        "東京 | 東、京 | false",
        "京都 | 東京都 | true",
        "กาแฟ | ร้านกาแฟสด | true",
        "\"iphone 発売\" | iPhone発売日 | true",
        "🔥 | this is 🔥🔥🔥 | true",
        "👍 | nice 👍🏽 | true",
        "❤ | love ❤️ it | true",
        "👨‍👩‍👧 | us 👨‍👩‍👧 | true",
        "👩 | 👩‍💻 | false",
        "🇩🇪 | go 🇩🇪🇫🇷 | true",
        "🇪🇫 | go 🇩🇪🇫🇷 | false",
        "acme AND 🔥 | acme🔥 | true",
      })
  void writingsOfOneWordAreEqual(String query, String text, boolean expected) {
    assertEquals(expected, matches(query, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "platform:x | true",
        "platform:(bluesky OR X) | true",
        "platform:(bluesky OR mastodon) | false",
        "hello NOT platform:(bluesky OR mastodon) | true",
        "platform:(NOT bluesky) hello | true",
        "language:en | true",
        "lang:en-GB | true",
        "language:de | false",
        "kind:reply | true",
        "kind:post | false",
        "author:@Jane | true",
        "author:joe | false",
        "link:acme.com | true",
        "link:shop.acme.com | true",
        "link:me.com | false",
        "link:acme.com/sale | true",
        "link:https://shop.acme.com/sale/* | true",
        "link:acme.com/news | false",
        "link:(foo.com OR acme.com) | true",
        "followers:>1000 | true",
        "followers:>5000 | false",
        "followers:>=5k | true",
        "followers:<5000 | false",
        "followers:[100 TO 5000] | true",
        "followers:[5001 TO 1m] | false",
        "followers:5000 hello | true",
        "hello author:jane -kind:repost | true",
      })
  void fieldsAskForWhatIsKnownOfAPost(String query, boolean expected) {
    var post =
        Searchable.of(
            "Hello",
            new Facts(
                "x",
                "en",
                "reply",
                5_000L,
                List.of("https://Shop.Acme.com:8080/sale/today?x=1"),
                "jane"::equals));
    assertEquals(expected, matches(query, post));
    assertEquals(
        List.of(expected),
        List.of(
            !QueryIndex.of(List.of(new QueryIndex.Entry<>(parsed(query), 1)))
                .match(post)
                .isEmpty()));
  }

  private static Query parsed(String query) {
    try {
      return Query.parse(query);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void whatIsUnknownOfAPostMatchesNoField() {
    for (String query :
        List.of("platform:x", "language:en", "kind:post", "author:a", "link:a.b", "followers:<9")) {
      assertFalse(matches(query, "anything"), query);
    }
  }

  @Test
  void keywordsBecomeAQueryThatReadsBack() throws QuerySyntaxException {
    Query query =
        Query.anyOf(List.of("apple", "Boston Marathon", "#fruit", "AND"), List.of("pie", "a \"b"));
    assertEquals(
        "(apple OR \"boston marathon\" OR #fruit OR and) AND NOT pie AND NOT \"a b\"",
        query.text());
    assertEquals(query.expression(), Query.parse(query.text()).expression());
    assertTrue(query.matches(Searchable.of("the boston marathon", Facts.NONE)));
    assertFalse(query.matches(Searchable.of("boston, then marathon", Facts.NONE)));
    assertFalse(query.matches(Searchable.of("apple pie", Facts.NONE)));
    assertThrows(IllegalArgumentException.class, () -> Query.anyOf(List.of("#!"), List.of("pie")));
  }
}
