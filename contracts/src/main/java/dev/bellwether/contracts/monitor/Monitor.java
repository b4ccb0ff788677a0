package dev.bellwether.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.util.List;

/**
 * What a team watches. Value of the topic {@code monitors}; identity is (workspace, id).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param id stays as long as the monitor does
 * @param version 1 when created, one more with every change
 * @param name for people; unique in the workspace
 * @param query what a mention must match, in the query language of {@code docs/query-language.md};
 *     null in a monitor that was saved before there was one
 * @param keywords a mention matches when it holds one of these (whole words, in any case); up to
 *     200, of which {@code query} is made where a client gave keywords
 * @param excluded and none of these words
 * @param brand the brand the monitor is about, or null
 * @param aliases other names of the brand
 * @param products of the brand, or sides of it, whose feeling is told apart from the brand's
 * @param competitors brands to compare it with
 * @param adAccounts ids of linked ad accounts
 * @param active an inactive monitor matches nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Monitor(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String id,
    int version,
    @JsonProperty(required = true) String name,
    String query,
    List<String> keywords,
    List<String> excluded,
    String brand,
    List<String> aliases,
    List<Product> products,
    List<Competitor> competitors,
    List<String> adAccounts,
    boolean active)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public Monitor {
    keywords = keywords == null ? List.of() : List.copyOf(keywords);
    excluded = excluded == null ? List.of() : List.copyOf(excluded);
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    products = products == null ? List.of() : List.copyOf(products);
    competitors = competitors == null ? List.of() : List.copyOf(competitors);
    adAccounts = adAccounts == null ? List.of() : List.copyOf(adAccounts);
  }
}
