package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.hygiene.PostEntities;
import dev.bellwether.ingest.hygiene.SpamScore;
import dev.bellwether.ingest.language.LanguageIdentifier;
import dev.bellwether.ingest.monitor.MonitorMatcher;
import dev.bellwether.ingest.privacy.Pseudonyms;
import dev.bellwether.ingest.query.Searchable;
import dev.bellwether.ingest.query.Searchable.Facts;
import java.time.Instant;

/** Makes a mention of a post: all that ingest concludes from a post is concluded here. */
public final class MentionComposer {

  private final LanguageIdentifier languages;
  private final Pseudonyms pseudonyms;

  public MentionComposer(LanguageIdentifier languages, Pseudonyms pseudonyms) {
    this.languages = languages;
    this.pseudonyms = pseudonyms;
  }

  /**
   * @param revision 1 for a post seen for the first time, else an edit
   * @param monitors the workspace's monitors as they now are
   */
  public Mention compose(
      String workspace, Post post, int revision, MonitorMatcher monitors, Instant observedAt) {
    PostEntities entities = PostEntities.in(post.text());
    String language =
        post.language() != null ? post.language() : languages.identify(entities.prose());
    String kind = post.inReplyTo() == null ? "post" : "reply";
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
        post.id(),
        revision,
        revision == 1 ? Cause.CAPTURED : Cause.EDITED,
        post.platform(),
        post.url(),
        kind,
        post.text(),
        language,
        post.createdAt(),
        observedAt,
        author(workspace, post),
        post.engagement(),
        entities.hashtags(),
        entities.accounts(),
        entities.links(),
        post.inReplyTo(),
        monitors.match(searchable(post, entities, language, kind)),
        Flags.ofSpam(SpamScore.of(post.text(), entities)));
  }

  /** The post as it came: what monitors ask for may be taken out of the text that is kept. */
  private static Searchable searchable(
      Post post, PostEntities entities, String language, String kind) {
    return Searchable.of(
        post.text(),
        new Facts(
            post.platform(),
            language,
            kind,
            post.followers(),
            entities.links(),
            account -> post.author() != null && account.equals(Searchable.account(post.author()))));
  }

  private Author author(String workspace, Post post) {
    if (post.author() == null) {
      return Author.UNKNOWN;
    }
    return new Author(
        pseudonyms.of(workspace, post.platform(), post.author()),
        pseudonyms.keyId(),
        post.followers());
  }
}
