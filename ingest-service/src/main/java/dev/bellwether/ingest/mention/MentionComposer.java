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
import dev.bellwether.ingest.privacy.redaction.Redactor;
import dev.bellwether.ingest.query.Searchable;
import dev.bellwether.ingest.query.Searchable.Facts;
import java.time.Instant;
import java.util.List;

/** Makes a mention of a post: all that ingest concludes from a post is concluded here. */
public final class MentionComposer {

  private final LanguageIdentifier languages;
  private final Pseudonyms pseudonyms;

  private final Redactor redactor;

  public MentionComposer(LanguageIdentifier languages, Pseudonyms pseudonyms, Redactor redactor) {
    this.languages = languages;
    this.pseudonyms = pseudonyms;
    this.redactor = redactor;
  }

  /**
   * @param revision 1 for a post seen for the first time, else an edit
   * @param monitors the workspace's monitors as they now are
   */
  public Mention compose(
      String workspace, Post sent, int revision, MonitorMatcher monitors, Instant observedAt) {
    RedactedPost redacted = RedactedPost.of(sent, redactor);
    Post post = redacted.post();
    PostEntities entities = PostEntities.in(post.text());
    String language =
        post.language() != null
            ? post.language()
            : languages.identify(redacted.spoken(entities.prose()));
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
        flags(SpamScore.of(post.text(), entities), redacted.kinds()));
  }

  private static Flags flags(double spam, List<String> redacted) {
    return new Flags(spam, null, List.of(), null, null, redacted, null);
  }

  /** The post as it is kept, so that the archive, asked the same, answers the same. */
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
    String pseudonym =
        post.author() == null ? null : pseudonyms.of(workspace, post.platform(), post.author());
    return pseudonym == null
        ? Author.UNKNOWN
        : new Author(pseudonym, pseudonyms.keyId(), post.followers());
  }
}
