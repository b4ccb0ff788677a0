package dev.bellwether.ingest.query;

import dev.bellwether.contracts.mention.Mention;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A post ready to be matched: its text is taken apart once, however many queries look at it. */
public final class Searchable {

  /**
   * What is known of a post beside its text; every part may be null where it is unknown.
   *
   * @param platform in lower case
   * @param language ISO 639-1
   * @param kind {@code post}, {@code reply}, {@code repost}, {@code quote} or another, lower case
   * @param links whole URLs
   * @param isBy whether the post is by an account, which is given in lower case and without
   *     {@code @}
   */
  public record Facts(
      String platform,
      String language,
      String kind,
      Long followers,
      List<String> links,
      Predicate<String> isBy) {

    public static final Facts NONE = new Facts(null, null, null, null, List.of(), account -> false);

    public Facts {
      links = links == null ? List.of() : List.copyOf(links);
    }
  }

  private static final String LINK = "link:";

  private final PostTokens tokens;
  private final Facts facts;
  private final List<PostLink> links;

  private Searchable(PostTokens tokens, Facts facts) {
    this.tokens = tokens;
    this.facts = facts;
    this.links = facts.links().isEmpty() ? List.of() : PostLink.all(facts.links());
  }

  public static Searchable of(String text, Facts facts) {
    return new Searchable(PostTokens.of(text), facts);
  }

  /**
   * @param isBy whether the mention is by an account, which is given in lower case and without
   *     {@code @}
   */
  public static Searchable of(Mention mention, Predicate<String> isBy) {
    return of(
        mention.text(),
        new Facts(
            mention.platform(),
            mention.language(),
            mention.kind(),
            mention.author().followers(),
            mention.links(),
            isBy));
  }

  /** An account's name as a source gives it, in the form in which queries hold it. */
  public static String account(String name) {
    String bare = name.startsWith("@") ? name.substring(1) : name;
    return bare.toLowerCase(Locale.ROOT);
  }

  /**
   * Every term that a {@link Prefilter} may ask for: the folded words, each once (a hashtag,
   * account or cashtag without its sign), and for each link {@code link:} with the host and every
   * ending of it after a dot.
   */
  public Set<String> terms() {
    Set<String> terms = new LinkedHashSet<>(List.of(tokens.distinctWords()));
    links.forEach(link -> terms.addAll(link.terms()));
    return terms;
  }

  /** The terms of links only, as in {@link #terms()}. */
  List<String> linkTerms() {
    if (links.isEmpty()) {
      return List.of();
    }
    List<String> terms = new ArrayList<>();
    links.forEach(link -> terms.addAll(link.terms()));
    return terms;
  }

  static String linkTerm(String host) {
    return LINK + host;
  }

  PostTokens tokens() {
    return tokens;
  }

  Facts facts() {
    return facts;
  }

  boolean links(String host, String path) {
    for (PostLink link : links) {
      if (link.leadsTo(host, path)) {
        return true;
      }
    }
    return false;
  }

  boolean isBy(String account) {
    return facts.isBy() != null && facts.isBy().test(account);
  }
}
