package dev.bellwether.contracts.monitor;

import java.util.List;

/**
 * What a team watches. Value of the topic {@code monitors}; identity is (workspace, id).
 *
 * @param version 1 when created, one more with every change
 * @param keywords a mention matches when it holds one of these (see ingest's {@code
 *     KeywordMatcher}); 1 to 200
 * @param excluded and none of these
 * @param brand the brand the monitor is about, or null
 * @param aliases other names of the brand
 * @param adAccounts linked ad accounts
 * @param active an inactive monitor matches nothing
 */
public record Monitor(
    int schemaVersion,
    String workspace,
    String id,
    int version,
    String name,
    List<String> keywords,
    List<String> excluded,
    String brand,
    List<String> aliases,
    List<String> adAccounts,
    boolean active) {

  public static final int SCHEMA_VERSION = 1;

  public Monitor {
    keywords = keywords == null ? List.of() : List.copyOf(keywords);
    excluded = excluded == null ? List.of() : List.copyOf(excluded);
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    adAccounts = adAccounts == null ? List.of() : List.copyOf(adAccounts);
  }
}
