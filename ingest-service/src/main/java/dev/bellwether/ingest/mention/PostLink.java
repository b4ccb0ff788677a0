package dev.bellwether.ingest.mention;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A post's own link, which on most platforms names the account that the pseudonym hides. */
final class PostLink {

  private static final Pattern STATUS =
      Pattern.compile(
          "(https?://)(?:www\\.|mobile\\.|m\\.)?(x|twitter)\\.com/[^/?#]+/status(?:es)?/(\\d+)(?:[/?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN = Pattern.compile("[/?#&=;:]+");
  private static final Set<String> PREFIXES = Set.of("@", "~", "u_", "acct:");

  private PostLink() {}

  /**
   * The link without its author's name: where the platform has a form without, in that form, else
   * null.
   *
   * @param url or null
   * @param author as the client sent it, or null
   */
  static String withoutAuthor(String url, String author) {
    if (url == null || author == null || !names(url, author)) {
      return url;
    }
    Matcher status = STATUS.matcher(url);
    if (!status.matches()) {
      return null;
    }
    String host = status.group(2).toLowerCase(Locale.ROOT);
    return status.group(1)
        + (host.equals("x") ? "x.com/i/status/" : "twitter.com/i/web/status/")
        + status.group(3);
  }

  /** Whether a part of the path, the query or the host's name is the author's. */
  private static boolean names(String url, String author) {
    String name = bare(author);
    if (name.isEmpty()) {
      return false;
    }
    int server = name.indexOf('@');
    String local = server > 0 ? name.substring(0, server) : name;
    for (String part : BETWEEN.split(decoded(url))) {
      String bare = bare(part);
      if (bare.equals(name)
          || bare.equals(local)
          || bare.startsWith(local + "@")
          || bare.startsWith(local + ".")) {
        return true;
      }
    }
    return host(url).startsWith(local + ".") && host(url).indexOf('.', local.length() + 1) > 0;
  }

  private static String host(String url) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (start > 2 && end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return start > 2 ? url.substring(start, end).toLowerCase(Locale.ROOT) : "";
  }

  private static String bare(String name) {
    String bare = name.strip().toLowerCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (bare.startsWith(prefix)) {
        bare = bare.substring(prefix.length());
      }
    }
    int slash = bare.lastIndexOf('/'); // u/name
    return bare.substring(slash + 1);
  }

  private static String decoded(String url) {
    try {
      return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return url; // a lone %
    }
  }
}
