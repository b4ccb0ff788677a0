package dev.bellwether.ingest.hygiene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a post's text points at.
 *
 * @param hashtags without {@code #}, lower case, each once, in order of appearance
 * @param accounts without {@code @}, lower case, each once
 * @param links http and https URLs, without the punctuation that ends a sentence
 * @param prose the text without any of them: what a language can be told from
 */
public record PostEntities(
    List<String> hashtags, List<String> accounts, List<String> links, String prose) {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
  private static final String ENDS_SENTENCE = ".,;:!?)]'…";
  private static final Pattern HASHTAG =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_&/])[#＃](?=[\\p{M}\\p{N}_]*\\p{L})([\\p{L}\\p{M}\\p{N}_]{1,100})");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<![\\p{L}\\p{N}_@.])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,60}[A-Za-z0-9_])?)");

  public static PostEntities in(String text) {
    Set<String> links = new LinkedHashSet<>();
    String unlinked =
        LINK.matcher(text)
            .replaceAll(
                match -> {
                  links.add(withoutPunctuation(match.group()));
                  return " ";
                });
    Set<String> hashtags = names(HASHTAG, unlinked);
    Set<String> accounts = names(ACCOUNT, unlinked);
    String prose = ACCOUNT.matcher(HASHTAG.matcher(unlinked).replaceAll(" ")).replaceAll(" ");
    return new PostEntities(
        List.copyOf(hashtags), List.copyOf(accounts), List.copyOf(links), prose.strip());
  }

  private static String withoutPunctuation(String link) {
    int end = link.length();
    while (end > 0 && ENDS_SENTENCE.indexOf(link.charAt(end - 1)) >= 0) {
      end--;
    }
    return link.substring(0, end);
  }

  private static Set<String> names(Pattern pattern, String text) {
    Set<String> names = new LinkedHashSet<>();
    pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1).toLowerCase(Locale.ROOT))
        .forEach(names::add);
    return names;
  }
}
