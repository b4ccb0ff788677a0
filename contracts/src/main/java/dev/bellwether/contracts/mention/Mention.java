package dev.bellwether.contracts.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * A post as it now is. Value of the topic {@code mentions}; identity is (workspace, id).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param id {@code platform:nativeId}
 * @param revision 1 when captured, one more with every change; a consumer that has seen a revision
 *     ignores it
 * @param cause why this revision was written
 * @param platform where it was posted, in lower case, for example {@code x}
 * @param url the post's own page, or null
 * @param kind what sort of post it is: {@code post}, {@code reply}, {@code repost}, {@code quote}
 *     or what the source calls it, in lower case
 * @param text after redaction; at most {@link #MAX_TEXT} characters
 * @param language ISO 639-1, or {@code und}: decided once, by ingest
 * @param createdAt when the author claims to have posted it: event time
 * @param observedAt when Bellwether first saw it
 * @param author who wrote it, as a pseudonym
 * @param engagement how it was taken up, at the time of the revision
 * @param hashtags without {@code #}, folded to lower case, in order of appearance, each once
 * @param mentionedAccounts without {@code @}, folded to lower case
 * @param links URLs in the text
 * @param inReplyTo id of the mention it answers, or null
 * @param monitors ids of the monitors it matched
 * @param flags what hygiene says of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mention(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String id,
    int revision,
    @JsonProperty(required = true) Cause cause,
    @JsonProperty(required = true) String platform,
    String url,
    String kind,
    @JsonProperty(required = true) String text,
    @JsonProperty(required = true) String language,
    @JsonProperty(required = true) Instant createdAt,
    @JsonProperty(required = true) Instant observedAt,
    @JsonProperty(required = true) Author author,
    @JsonProperty(required = true) Engagement engagement,
    List<String> hashtags,
    List<String> mentionedAccounts,
    List<String> links,
    String inReplyTo,
    List<String> monitors,
    @JsonProperty(required = true) Flags flags)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public static final int MAX_TEXT = 10_000;

  public static final String UNDETERMINED_LANGUAGE = "und";

  public Mention {
    hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    mentionedAccounts = mentionedAccounts == null ? List.of() : List.copyOf(mentionedAccounts);
    links = links == null ? List.of() : List.copyOf(links);
    monitors = monitors == null ? List.of() : List.copyOf(monitors);
  }
}
