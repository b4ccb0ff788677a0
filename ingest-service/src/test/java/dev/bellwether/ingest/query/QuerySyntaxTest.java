package dev.bellwether.ingest.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be taken is refused where it fails, with the remedy. */
class QuerySyntaxTest {

  private static QuerySyntaxException refused(String query) {
    return assertThrows(QuerySyntaxException.class, () -> Query.parse(query), query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "`` | 1 | empty",
        "() | 1 | nothing between",
        "a AND | 3 | AND has nothing to its right",
        "AND a | 1 | nothing to its left",
        "a OR AND b | 6 | nothing to its left",
        "a OR | 3 | nothing to its right",
        "a NEAR/3 | 3 | nothing to its right",
        "a NOT | 3 | NOT has nothing to its right",
        "(a OR b | 1 | not closed",
        "a AND (b OR (c) | 7 | not closed",
        "a ( | 3 | not closed",
        "a) b | 2 | closes nothing",
        ") a | 1 | closes nothing",
        "a \"b c | 3 | quotation mark is not closed",
        "a “b c | 3 | quotation mark is not closed",
        "\"\" | 1 | no letter",
        "great :) | 7 | no letter",
        "a & b | 3 | write AND",
        "a - b | 3 | right before the word",
        "a –b | 3 | hyphen",
        "near/5 x | 1 | capitals",
        "a near/5 b | 3 | capitals",
        "a NEAR b | 3 | write NEAR/3",
        "a NEAR/51 b | 3 | at most 50",
        "a ONEAR/ b | 3 | write ONEAR/3",
        "\"a b\"~ | 6 | missing",
        "\"a b\"~99 | 6 | at most 50",
        "\"a b c d e f g\"~3 | 1 | at most 6 words",
        "a NEAR/3 (b AND c) | 3 | takes words",
        "a NEAR/3 (b OR NOT c) | 3 | takes words",
        "a NEAR/3 platform:x | 3 | takes words",
        "NOT a | 1 | only says what posts must not hold",
        "-a -b | 1 | only says what posts must not hold",
        "a OR NOT b | 6 | only says what posts must not hold",
        "c (a OR -b) OR (-d) | 17 | only says what posts must not hold",
        "NOT (a AND NOT b) | 1 | only says what posts must not hold",
        "*acme | 1 | at least 3 characters",
        "foo ac* | 5 | at least 3 characters",
        "\"the *ing\" | 1 | at least 3 characters",
        "abc*d*e*f* | 1 | more than 3",
        "acme-fo?bar | 8 | within a word",
        "東京* | 1 | found within others",
        "acm~2 | 4 | not compared loosely",
        "foo bar:baz | 5 | the fields are author, language, platform",
        "a https://acme.com/x | 3 | link:acme.com",
        "platform: x | 10 | has no value",
        "a platform: | 12 | has no value",
        "language:english | 10 | is no value of language",
        "platform:(x OR !) | 16 | is no value of platform",
        "platform:(x OR kind:reply) | 16 | within the values of platform",
        "platform:() | 10 | nothing between",
        "link:acme | 6 | link:acme.com",
        "author:ja* | 8 | is no value of author",
        "followers:many | 11 | no number of followers",
        "followers:<0 | 11 | less than 0",
        "followers:[5 TO 1] | 11 | smaller number first",
        "followers:[5 TO | 11 | no number of followers",
        "[1 TO 2] | 1 | followers:[100 TO 5000]",
        "hashtag:! | 9 | is no value of hashtag",
        "🔥 b AND | 5 | AND has nothing to its right",
      })
  void errorsPointAtTheColumnAndSayTheRemedy(String query, int column, String part) {
    QuerySyntaxException error = refused(query);
    assertEquals(column, error.column(), error.getMessage());
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "acme.com:8080 | \"acme com 8080\"",
        "10:30 | \"10 30\"",
        "a b OR c | (a AND b) OR c",
        "a (b c) | a AND b AND c",
        "a OR (b OR c) | a OR b OR c",
        "NOT a b | NOT a AND b",
        "a -b | a AND NOT b",
        "NOT NOT a | a",
        "((a)) | a",
        "a NEAR/3 b NEAR/4 c | (a NEAR/3 b) NEAR/4 c",
        "\"a b\"~5 | a NEAR/5 b",
        "\"a b c\"~5 | (a NEAR/5 b) NEAR/5 c",
        "a NEAR/3f b | a ONEAR/3 b",
        "（a　OR　b） | a OR b",
        "platform:(X OR bluesky) | platform:x OR platform:bluesky",
        "link:https://WWW.acme.com/ | link:www.acme.com",
        "author:\"Jane Doe\" | author:\"jane doe\"",
        "followers:>99 | followers:>=100",
        "followers:<=99 | followers:[0 TO 99]",
        "followers:[7 TO 7] | followers:7",
        "near NOT far | near AND NOT far",
      })
  void otherWritingsMeanTheCanonicalOne(String query, String canonical)
      throws QuerySyntaxException {
    assertEquals(canonical, QueryPrinter.print(Query.parse(query).expression()));
  }

  @Test
  void operatorsOfProgrammersAreRefusedWithTheWordToWrite() {
    assertTrue(refused("a || b").getMessage().contains("write OR"));
    assertTrue(refused("a && b").getMessage().contains("write AND"));
  }

  @Test
  void tooMuchIsRefused() {
    String thousand =
        IntStream.range(0, 1_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR "));
    assertTrue(refused(thousand).getMessage().contains("500 words"));
    assertEquals(
        thousand.indexOf("w500 ") + 1, refused(thousand).column(), "at the first word too many");
    assertTrue(refused("long ".repeat(2_000)).getMessage().contains("8192"));
    assertTrue(refused("(".repeat(21) + "a" + ")".repeat(21)).getMessage().contains("20 deep"));
    assertTrue(refused("(".repeat(8_000)).getMessage().contains("20 deep"));
    assertTrue(
        refused("abc* ".repeat(51)).getMessage().contains("50 words with"), "many wildcards");
    assertTrue(refused("a" + " NEAR/1 a".repeat(6)).getMessage().contains("NEARs"));
  }
}
