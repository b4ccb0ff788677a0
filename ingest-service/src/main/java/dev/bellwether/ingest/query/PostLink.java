package dev.bellwether.ingest.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a link leads, as queries compare it.
 *
 * @param host lower case, without user and port
 * @param path lower case, from its first {@code /}, with the query string; may be empty
 */
record PostLink(String host, String path) {

  static List<PostLink> all(List<String> urls) {
    List<PostLink> links = new ArrayList<>(urls.size());
    for (String url : urls) {
      links.add(of(url));
    }
    return links;
  }

  /**
   * @param url with or without its scheme
   */
  static PostLink of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    int scheme = lower.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int end = start;
    while (end < lower.length() && "/?#".indexOf(lower.charAt(end)) < 0) {
      end++;
    }
    String host = lower.substring(start, end);
    host = host.substring(host.indexOf('@') + 1);
    int port = host.indexOf(':');
    return new PostLink(port < 0 ? host : host.substring(0, port), lower.substring(end));
  }

  boolean leadsTo(String wantedHost, String wantedPath) {
    return host.endsWith(wantedHost)
        && (host.length() == wantedHost.length()
            || host.charAt(host.length() - wantedHost.length() - 1) == '.')
        && path.startsWith(wantedPath);
  }

  /** The host and every ending of it after a dot, as terms. */
  List<String> terms() {
    List<String> terms = new ArrayList<>(3);
    int start = 0;
    do {
      terms.add(Searchable.linkTerm(host.substring(start)));
      start = host.indexOf('.', start) + 1;
    } while (start > 0);
    return terms;
  }
}
