package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Author;
import dev.bellwether.ingest.query.Expression.Kind;
import dev.bellwether.ingest.query.Expression.Language;
import dev.bellwether.ingest.query.Expression.Link;
import dev.bellwether.ingest.query.Expression.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand before a colon, and how its value reads. */
enum QueryField {
  AUTHOR("author:acme", List.of("author", "from")),
  LANGUAGE("language:en", List.of("language", "lang")),
  PLATFORM("platform:bluesky", List.of("platform")),
  LINK("link:acme.com", List.of("link", "links")),
  FOLLOWERS("followers:>1000", List.of("followers", "authorfollowers")),
  KIND("kind:reply", List.of("kind")),
  HASHTAG("hashtag:sale", List.of("hashtag", "hashtags")),
  MENTION("mention:acme", List.of("mention", "mentions")),
  CASHTAG("cashtag:ACME", List.of("cashtag"));

  private static final Pattern PLATFORM_NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,31}");
  private static final Pattern LANGUAGE_CODE = Pattern.compile("([a-z]{2,3})(?:[-_].{0,30})?");
  private static final Pattern KIND_NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+");

  private final String example;
  private final List<String> names;

  QueryField(String example, List<String> names) {
    this.example = example;
    this.names = names;
  }

  String wireName() {
    return names.getFirst();
  }

  String example() {
    return example;
  }

  static Optional<QueryField> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(field -> field.names.contains(lower)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(QueryField::wireName).collect(Collectors.joining(", "));
  }

  /**
   * @param value without the quotes it may have stood in
   * @throws QuerySyntaxException pointing at {@code column} when the value does not fit the field
   */
  Expression read(String value, int column) throws QuerySyntaxException {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return switch (this) {
      case AUTHOR -> author(lower, column);
      case LANGUAGE -> {
        var matcher = LANGUAGE_CODE.matcher(lower);
        yield matcher.matches() ? new Language(matcher.group(1)) : fail(value, column);
      }
      case PLATFORM ->
          PLATFORM_NAME.matcher(lower).matches() ? new Platform(lower) : fail(value, column);
      case KIND -> KIND_NAME.matcher(lower).matches() ? new Kind(lower) : fail(value, column);
      case LINK -> link(lower, column);
      case FOLLOWERS -> FollowerRange.read(lower, column);
      case HASHTAG -> signed('#', lower, column);
      case MENTION -> signed('@', lower, column);
      case CASHTAG -> signed('$', lower, column);
    };
  }

  private Expression author(String name, int column) throws QuerySyntaxException {
    String account = Searchable.account(name);
    return account.isBlank() || account.indexOf('*') >= 0 || account.indexOf('"') >= 0
        ? fail(name, column)
        : new Author(account);
  }

  private Expression link(String url, int column) throws QuerySyntaxException {
    // The path is matched by its beginning, so a * at its end changes nothing
    PostLink link = PostLink.of(url.endsWith("*") ? url.substring(0, url.length() - 1) : url);
    if (!HOST.matcher(link.host()).matches() || link.path().indexOf('"') >= 0) {
      return fail(url, column);
    }
    return new Link(link.host(), link.path().equals("/") ? "" : link.path());
  }

  private Expression signed(char sign, String name, int column) throws QuerySyntaxException {
    boolean written = !name.isEmpty() && name.charAt(0) == sign;
    PostTokens tokens = PostTokens.of(written ? name : sign + name);
    return tokens.size() == 0 || tokens.sign(0) != sign
        ? fail(name, column)
        : QueryWords.place(tokens);
  }

  private Expression fail(String value, int column) throws QuerySyntaxException {
    throw new QuerySyntaxException(
        column,
        "\"" + value + "\" is no value of " + wireName() + ":; write it as in " + example + ".");
  }
}
