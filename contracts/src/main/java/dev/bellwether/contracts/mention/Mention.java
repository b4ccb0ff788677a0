package dev.bellwether.contracts.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A post as it now is. Value of the topic {@code mentions}; identity is (workspace, id).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param id {@code platform:nativeId}
 * @param revision 1 when captured, one more with every change; a consumer that has seen a revision
 *     ignores it
 * @param cause why this revision was written
 * @param url the post's own page, or null
 * @param text after redaction; at most {@link #MAX_TEXT} characters
 * @param language ISO 639-1, or {@code und}: decided once, by ingest
 * @param createdAt when the author claims to have posted it: event time
 * @param observedAt when Bellwether first saw it
 * @param hashtags without {@code #}, folded to lower case, in order of appearance, each once
 * @param mentionedAccounts without {@code @}, folded to lower case
 * @param links URLs in the text
 * @param inReplyTo id of the mention it answers, or null
 * @param monitors ids of the monitors it matched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mention(
    int schemaVersion,
    String workspace,
    String id,
    int revision,
    Cause cause,
    String platform,
    String url,
    String text,
    String language,
    Instant createdAt,
    Instant observedAt,
    Author author,
    Engagement engagement,
    List<String> hashtags,
    List<String> mentionedAccounts,
    List<String> links,
    String inReplyTo,
    List<String> monitors,
    Flags flags) {

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
