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
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
        post.id(),
        revision,
        revision == 1 ? Cause.CAPTURED : Cause.EDITED,
        post.platform(),
        post.url(),
        post.inReplyTo() == null ? "post" : "reply",
        post.text(),
        post.language() != null ? post.language() : languages.identify(entities.prose()),
        post.createdAt(),
        observedAt,
        author(workspace, post),
        post.engagement(),
        entities.hashtags(),
        entities.accounts(),
        entities.links(),
        post.inReplyTo(),
        monitors.match(post.text()),
        Flags.ofSpam(SpamScore.of(post.text(), entities)));
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
