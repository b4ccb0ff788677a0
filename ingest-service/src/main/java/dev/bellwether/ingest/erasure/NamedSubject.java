package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.hygiene.PostEntities;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An erased account or post as posts by others name it, and those posts without it. Names are
 * compared without regard to case, and only on the subject's own platform: elsewhere the same name
 * is somebody else.
 */
final class NamedSubject {

  /** What stands in a text where the account or a link to it stood. */
  static final String PLACEHOLDER = "@[erased]";

  static final String LINK_PLACEHOLDER = "[erased link]";

  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@])(?:https?://|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}/)[^\\s<>\"]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK_END = Pattern.compile("[.,;:!?)\\]'…]+$");

  /** Platforms whose accounts have neither dot nor hyphen: there these end a name. */
  private static final Set<String> PLAIN_NAMES = Set.of("x", "twitter");

  /** Hosts that do not hold their platform's name. */
  private static final Set<String> HOSTS_OF_X = Set.of("x.com", "twitter.com");

  private final String platform;
  private final Pattern handle;
  private final Pattern linked;
  private final Pattern address;

  private NamedSubject(String platform, String account, String post) {
    this.platform = platform;
    String name = Pattern.quote(account == null ? post : account);
    String end =
        PLAIN_NAMES.contains(platform)
            ? "(?![\\p{L}\\p{N}_])"
            : "(?![\\p{L}\\p{N}_]|[.-][\\p{L}\\p{N}_])";
    this.handle =
        account == null
            ? null
            : insensitive(
                "(?<![\\p{L}\\p{N}_@＠.])" + sign(platform) + name + end + "(?:@[\\w.-]*\\w)?");
    this.linked = insensitive("/[@＠]?" + name + "(?=[/?#]|$)|//" + name + "\\.");
    this.address = account == null ? null : insensitive("(?:/@|//)" + name + "(?=[/?#@:]|$)");
  }

  private static String sign(String platform) {
    return platform.equals("reddit") ? "(?:[@＠]|(?<![\\p{L}\\p{N}_./])/?u/)" : "[@＠]";
  }

  static NamedSubject account(String platform, String account) {
    return new NamedSubject(platform, account, null);
  }

  /**
   * @param nativeId the post's id on its platform
   */
  static NamedSubject post(String platform, String nativeId) {
    return new NamedSubject(platform, null, nativeId);
  }

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * The next revision of a post by somebody else, which names the subject no more.
   *
   * @param answersErased whether what it answers is erased
   * @return empty when it does not name it
   */
  Optional<Mention> takenOutOf(Mention mention, boolean answersErased) {
    boolean here = mention.platform().equals(platform);
    String text = here ? without(mention.text()) : mention.text();
    String url = here && mention.url() != null && leadsTo(mention.url()) ? null : mention.url();
    boolean changed =
        answersErased
            || !text.equals(mention.text())
            || (url == null && mention.url() != null)
            || (here && mention.links().stream().anyMatch(this::leadsTo));
    return changed ? Optional.of(revised(mention, text, url, answersErased)) : Optional.empty();
  }

  private String without(String text) {
    Matcher links = LINK.matcher(text);
    String unlinked =
        links.replaceAll(
            match -> {
              String link = LINK_END.matcher(match.group()).replaceFirst("");
              String rest = match.group().substring(link.length());
              return Matcher.quoteReplacement(
                  leadsTo(link) ? LINK_PLACEHOLDER + rest : match.group());
            });
    return handle == null
        ? cut(unlinked)
        : cut(handle.matcher(unlinked).replaceAll(Matcher.quoteReplacement(PLACEHOLDER)));
  }

  /** A placeholder may be longer than what it stands for. */
  private static String cut(String text) {
    if (text.length() <= Mention.MAX_TEXT) {
      return text;
    }
    int end = Mention.MAX_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** To the account's page, to a post of it, or to the post. */
  private boolean leadsTo(String url) {
    return (ofPlatform(url) && linked.matcher(url).find())
        || (address != null && address.matcher(url).find());
  }

  private boolean ofPlatform(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(start, end).toLowerCase(Locale.ROOT);
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    return PLAIN_NAMES.contains(platform)
        ? HOSTS_OF_X.stream().anyMatch(known -> bare.equals(known) || bare.endsWith("." + known))
            || Set.of(bare.split("\\.")).contains(platform)
        : bare.contains(platform);
  }

  private static Mention revised(Mention mention, String text, String url, boolean answersErased) {
    PostEntities entities = PostEntities.in(text);
    return new Mention(
        Mention.SCHEMA_VERSION,
        mention.workspace(),
        mention.id(),
        mention.revision() + 1,
        Cause.EDITED,
        mention.platform(),
        url,
        mention.kind(),
        text,
        mention.language(),
        mention.createdAt(),
        mention.observedAt(),
        mention.author(),
        mention.engagement(),
        mention.hashtags(),
        kept(mention.mentionedAccounts(), entities.accounts()),
        kept(mention.links(), entities.links()),
        answersErased ? null : mention.inReplyTo(),
        mention.monitors(),
        mention.flags());
  }

  private static List<String> kept(List<String> before, List<String> now) {
    var still = new HashSet<>(now);
    return before.stream().filter(still::contains).toList();
  }
}
