package dev.bellwether.ingest.query;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Lucene's view of a text that is already in tokens; several may share a place. */
final class PlacedTokens extends TokenStream {

  private record Token(String text, int increment) {}

  private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute place = addAttribute(PositionIncrementAttribute.class);
  private final Iterator<Token> tokens;

  PlacedTokens(List<List<String>> places) {
    this.tokens =
        places.stream()
            .flatMap(
                forms ->
                    Stream.concat(
                        Stream.of(new Token(forms.getFirst(), 1)),
                        forms.stream().skip(1).map(form -> new Token(form, 0))))
            .iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!tokens.hasNext()) {
      return false;
    }
    clearAttributes();
    Token token = tokens.next();
    text.append(token.text());
    place.setPositionIncrement(token.increment());
    return true;
  }
}
