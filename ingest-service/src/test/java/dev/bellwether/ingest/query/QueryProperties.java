package dev.bellwether.ingest.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.query.Prefilter.AllOf;
import dev.bellwether.ingest.query.Prefilter.AnyOf;
import dev.bellwether.ingest.query.RandomQueries.Written;
import dev.bellwether.ingest.query.Searchable.Facts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.lucene.index.memory.MemoryIndex;

/** Holds queries against Lucene, and their other forms against the queries. */
class QueryProperties {

  @Property(tries = 3_000)
  void queriesOfWordsMatchWhatLuceneMatches(
      @ForAll("ofWords") Query query, @ForAll("texts") List<Written> words) {
    var lucene = new MemoryIndex();
    lucene.addField(
        LuceneOracle.TEXT,
        new PlacedTokens(words.stream().map(word -> LuceneOracle.forms(word).toList()).toList()));
    boolean expected = lucene.search(LuceneOracle.query(query.expression())) > 0;
    Statistics.collect(expected);
    String text = RandomQueries.text(words);
    assertEquals(
        expected,
        query.matches(Searchable.of(text, Facts.NONE)),
        () -> QueryPrinter.print(query.expression()) + " in " + text);
  }

  /** The plain meaning of a keyword is a regular expression. */
  @Property
  void aKeywordMatchesWhatARegularExpressionMatches(
      @ForAll("keywords") String keyword, @ForAll("scraps") String text) {
    String sign = keyword.startsWith("#") || keyword.startsWith("@") ? "" : "[#@]?";
    String words = String.join("[^a-z0-9_]+", Pattern.compile(" ").splitAsStream(keyword).toList());
    var meaning = Pattern.compile("(?<![a-z0-9_])" + sign + words + "(?![a-z0-9_])");
    assertEquals(
        meaning.matcher(text).find(),
        Query.anyOf(List.of(keyword), List.of()).matches(Searchable.of(text, Facts.NONE)));
  }

  @Property
  void theCanonicalTextReadsBackAsTheSameQuery(@ForAll("withFields") Query query)
      throws QuerySyntaxException {
    String printed = QueryPrinter.print(query.expression());
    assertEquals(query.expression(), Query.parse(printed).expression(), printed);
    assertEquals(printed, QueryPrinter.print(Query.parse(printed).expression()));
  }

  @Property
  void anIndexFindsTheQueriesThatMatchOneByOne(
      @ForAll("manyQueries") List<Query> queries, @ForAll("posts") Searchable post) {
    var index =
        QueryIndex.of(
            IntStream.range(0, queries.size())
                .mapToObj(i -> new QueryIndex.Entry<>(queries.get(i), i))
                .toList());
    assertEquals(
        IntStream.range(0, queries.size())
            .filter(i -> queries.get(i).matches(post))
            .boxed()
            .toList(),
        index.match(post));
  }

  @Property
  void whatAQueryMatchesSatisfiesItsPrefilter(
      @ForAll("withFields") Query query, @ForAll("posts") Searchable post) {
    if (query.matches(post)) {
      assertTrue(satisfies(query.prefilter(), post), () -> query.prefilter().toString());
    }
  }

  @Property
  void whateverIsTypedEitherReadsOrIsRefusedAtAColumn(@ForAll("typed") String text) {
    try {
      Query query = Query.parse(text);
      String printed = QueryPrinter.print(query.expression());
      assertEquals(query.expression(), Query.parse(printed).expression(), printed);
    } catch (QuerySyntaxException e) {
      int length = text.codePointCount(0, text.length());
      assertTrue(e.column() >= 1 && e.column() <= length + 1, e.describe());
    }
  }

  private static boolean satisfies(Prefilter filter, Searchable post) {
    Facts facts = post.facts();
    return switch (filter) {
      case AllOf(List<Prefilter> parts) -> parts.stream().allMatch(part -> satisfies(part, post));
      case AnyOf(List<Prefilter> parts) -> parts.stream().anyMatch(part -> satisfies(part, post));
      case Prefilter.HasTerm(String term) -> post.terms().contains(term);
      case Prefilter.HasPrefix(String prefix) ->
          post.terms().stream().anyMatch(term -> term.startsWith(prefix));
      case Prefilter.HasLanguage(String code) -> code.equals(facts.language());
      case Prefilter.HasPlatform(String name) -> name.equals(facts.platform());
      case Prefilter.HasKind(String name) -> name.equals(facts.kind());
      case Prefilter.IsBy(String account) -> facts.isBy().test(account);
      case Prefilter.HasFollowers(long least, long most) ->
          facts.followers() != null && facts.followers() >= least && facts.followers() <= most;
      case Prefilter.Always() -> true;
    };
  }

  @Provide
  Arbitrary<Query> ofWords() {
    return RandomQueries.ofWords();
  }

  @Provide
  Arbitrary<Query> withFields() {
    return RandomQueries.withFields();
  }

  @Provide
  Arbitrary<List<Query>> manyQueries() {
    return RandomQueries.withFields().list().ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<Written>> texts() {
    return RandomQueries.texts();
  }

  @Provide
  Arbitrary<Searchable> posts() {
    Arbitrary<Facts> facts =
        Combinators.combine(
                Arbitraries.of("x", "bluesky", "mastodon").injectNull(0.1),
                Arbitraries.of("en", "de", "fr").injectNull(0.1),
                Arbitraries.of("post", "reply").injectNull(0.1),
                Arbitraries.of(0L, 100L, 101L, 1_000L).injectNull(0.1),
                Arbitraries.of(
                        "https://acme.com/x",
                        "http://shop.acme.com/sale",
                        "https://notacme.com",
                        "acme.com")
                    .list()
                    .ofMaxSize(2),
                Arbitraries.of("jane", "jane doe", "joe"))
            .as(
                (platform, language, kind, followers, links, author) ->
                    new Facts(platform, language, kind, followers, links, author::equals));
    return Combinators.combine(RandomQueries.texts().map(RandomQueries::text), facts)
        .as(Searchable::of);
  }

  @Provide
  Arbitrary<String> keywords() {
    Arbitrary<String> word = Arbitraries.of("a", "b", "ab", "ba");
    return Combinators.combine(Arbitraries.of("", "#", "@"), word.list().ofMinSize(1).ofMaxSize(3))
        .as((sign, words) -> sign + String.join(" ", words));
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of("a", "b", "ab", "ba", " ", "#", "@", ".", "_", " ")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.of(
            "a",
            "acme",
            "abc*",
            "ab?d",
            "?",
            "*",
            " ",
            " ",
            " ",
            "(",
            ")",
            "\"",
            "“",
            "-",
            "NOT",
            "AND",
            "OR",
            "NEAR/2",
            "ONEAR/3",
            "near/",
            "~3",
            "#",
            "@",
            "$",
            "platform:",
            "link:",
            "followers:",
            ">10",
            "[1 TO 2]",
            "author:",
            "foo:",
            "://",
            ".",
            "東京",
            "é",
            "🔥",
            "&",
            "’",
            "ﬁ",
            "１",
            "\u0000",
            "_")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
