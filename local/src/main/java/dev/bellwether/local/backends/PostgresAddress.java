package dev.bellwether.local.backends;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a given PostgreSQL is, and as whom to enter. Never holds a password.
 *
 * @param parameters of the connection, by PostgreSQL's names, such as {@code sslmode}
 */
public record PostgresAddress(
    List<HostPort> hosts, String database, String user, Map<String, String> parameters) {

  private static final int PORT = 5432;
  private static final String FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";
  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:([^@/?]*)@)?([^@/?]+)(?:/([^/?#]*))?(?:\\?([^#]*))?");

  /** libpq's names and what the JDBC driver calls the same. */
  private static final Map<String, String> DRIVERS_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding");

  public PostgresAddress {
    hosts = List.copyOf(hosts);
    parameters = Map.copyOf(parameters);
  }

  /** An address, and the password that was written into it. */
  public record Given(PostgresAddress address, Optional<Password> password) {}

  /**
   * Reads libpq's form of a URL, or JDBC's.
   *
   * @throws BackendException when it is neither; the message does not repeat the URL, which may
   *     hold a password
   */
  public static Given parse(String url) {
    var matcher = URL.matcher(url.strip());
    if (!matcher.matches()) {
      throw wrong("it is not of the form");
    }
    var hosts =
        HostPort.list(matcher.group(2), PORT).orElseThrow(() -> wrong("its host or port is none:"));
    var parameters = parameters(matcher.group(4));
    var credentials = Optional.ofNullable(matcher.group(1)).orElse("").split(":", 2);
    var userInParameters = Optional.ofNullable(parameters.remove("user"));
    var passwordInParameters = Optional.ofNullable(parameters.remove("password"));
    var user =
        Optional.of(decode(credentials[0]))
            .filter(u -> !u.isEmpty())
            .or(() -> userInParameters)
            .orElseThrow(() -> wrong("it names no user:"));
    var database =
        Optional.ofNullable(matcher.group(3))
            .map(PostgresAddress::decode)
            .filter(d -> !d.isEmpty())
            .orElseThrow(() -> wrong("it names no database:"));
    var password =
        credentials.length == 2 ? Optional.of(decode(credentials[1])) : passwordInParameters;
    return new Given(
        new PostgresAddress(hosts, database, user, parameters), password.map(Password::new));
  }

  /** As it may be shown and kept: libpq's form, without a password. */
  public String url() {
    return "postgresql://" + encode(user) + "@" + place() + query(parameters);
  }

  /** For messages: host, port and database. */
  public String place() {
    return hostList() + "/" + encode(database);
  }

  /**
   * @param schema which the connection works in; absent for the server's own choice
   */
  String jdbcUrl(Optional<String> schema) {
    var all = new TreeMap<String, String>();
    parameters.forEach((name, value) -> all.put(DRIVERS_NAMES.getOrDefault(name, name), value));
    schema.ifPresent(s -> all.put("currentSchema", s));
    return "jdbc:postgresql://" + place() + query(all);
  }

  private String hostList() {
    return hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new TreeMap<String, String>();
    for (var one : Optional.ofNullable(query).orElse("").split("&")) {
      if (!one.isEmpty()) {
        var parts = one.split("=", 2);
        parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return parameters;
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  /** Per cent signs only: a plus is a plus in a password. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong("a per cent sign in it begins no escape (write %25 for the sign itself):");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static BackendException wrong(String how) {
    return new BackendException("--postgres cannot be used, " + how + " " + FORM);
  }
}
