package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of posts. */
final class Vocabulary {

  private Vocabulary() {}

  /** How often each normalised word comes, those inside hashtags included; labels are not read. */
  static Map<String, Integer> counts(List<LabelledPost> posts, PostTokenizer tokenizer) {
    Map<String, Integer> counts = new HashMap<>();
    var tokens = new Tokens();
    for (var post : posts) {
      tokenizer.fill(post.text(), tokens);
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.kind(i) == Token.Kind.WORD || tokens.kind(i) == Token.Kind.HASHTAG_PART) {
          counts.merge(tokens.text(i), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
