package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.And;
import dev.bellwether.ingest.query.Expression.Near;
import dev.bellwether.ingest.query.Expression.Not;
import dev.bellwether.ingest.query.Expression.Or;
import dev.bellwether.ingest.query.Expression.Phrase;
import dev.bellwether.ingest.query.Expression.Term;
import dev.bellwether.ingest.query.Expression.Wildcard;
import dev.bellwether.ingest.query.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Says a query of words in Lucene's terms. A word with a sign is expected at its place both with
 * and without it.
 */
final class LuceneOracle {

  static final String TEXT = "text";

  private LuceneOracle() {}

  static org.apache.lucene.search.Query query(Expression expression) {
    return switch (expression) {
      case Term term ->
          new TermQuery(new org.apache.lucene.index.Term(TEXT, sign(term) + term.word()));
      case Wildcard wildcard -> wildcard(sign(wildcard) + wildcard.pattern());
      case Phrase phrase -> new IntervalQuery(TEXT, places(phrase).getFirst());
      case Near near -> new IntervalQuery(TEXT, Intervals.or(false, near(near)));
      case And(List<Expression> parts) -> {
        var all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(query(part), Occur.MUST));
        yield all.build();
      }
      case Or(List<Expression> parts) -> {
        var any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(query(part), Occur.SHOULD));
        yield any.build();
      }
      case Not(Expression part) ->
          new BooleanQuery.Builder()
              .add(new MatchAllDocsQuery(), Occur.MUST)
              .add(query(part), Occur.MUST_NOT)
              .build();
      default -> throw new IllegalArgumentException("not of words: " + expression);
    };
  }

  private static org.apache.lucene.search.Query wildcard(String pattern) {
    int first = pattern.indexOf('*');
    boolean prefix = first == pattern.length() - 1 && pattern.indexOf('?') < 0;
    return prefix
        ? new PrefixQuery(new org.apache.lucene.index.Term(TEXT, pattern.substring(0, first)))
        : new WildcardQuery(new org.apache.lucene.index.Term(TEXT, pattern));
  }

  /** Each pair on its own, since Lucene keeps only the shortest of a choice's stretches. */
  private static List<IntervalsSource> near(Near near) {
    List<IntervalsSource> pairs = new ArrayList<>();
    for (IntervalsSource left : places(near.left())) {
      for (IntervalsSource right : places(near.right())) {
        pairs.add(Intervals.maxgaps(near.distance(), Intervals.ordered(left, right)));
        if (!near.ordered()) {
          pairs.add(Intervals.maxgaps(near.distance(), Intervals.ordered(right, left)));
        }
      }
    }
    return pairs;
  }

  private static List<IntervalsSource> places(Expression place) {
    return switch (place) {
      case Term term -> List.of(Intervals.term(sign(term) + term.word()));
      case Wildcard wildcard ->
          List.of(Intervals.wildcard(new BytesRef(sign(wildcard) + wildcard.pattern())));
      case Phrase(List<Word> words) ->
          List.of(
              Intervals.phrase(
                  words.stream()
                      .flatMap(word -> places(word).stream())
                      .toArray(IntervalsSource[]::new)));
      case Or(List<Expression> parts) ->
          parts.stream().flatMap((Expression part) -> places(part).stream()).toList();
      default -> throw new IllegalArgumentException("no place: " + place);
    };
  }

  private static String sign(Word word) {
    return word.sign() == 0 ? "" : String.valueOf(word.sign());
  }

  /** A word as it is indexed: alone, and with its sign where it has one. */
  static Stream<String> forms(RandomQueries.Written written) {
    return written.sign().isEmpty()
        ? Stream.of(written.word())
        : Stream.of(written.word(), written.sign() + written.word());
  }
}
