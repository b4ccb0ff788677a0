package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.hygiene.PostEntities;
import dev.bellwether.ingest.hygiene.PostJudge;
import dev.bellwether.ingest.hygiene.PostJudge.Evidence;
import dev.bellwether.ingest.hygiene.duplicate.Placement;
import dev.bellwether.ingest.language.LanguageIdentifier;
import dev.bellwether.ingest.monitor.MonitorMatcher;
import dev.bellwether.ingest.privacy.Pseudonyms;
import dev.bellwether.ingest.query.Searchable;
import dev.bellwether.ingest.query.Searchable.Facts;
import java.util.Optional;

/** Makes a mention of a post: all that ingest concludes from a post is concluded here. */
public final class MentionComposer {

  private final LanguageIdentifier languages;
  private final Pseudonyms pseudonyms;
  private final PostJudge judge;

  public MentionComposer(LanguageIdentifier languages, Pseudonyms pseudonyms, PostJudge judge) {
    this.languages = languages;
    this.pseudonyms = pseudonyms;
    this.judge = judge;
  }

  /**
   * @param monitors the workspace's monitors as they now are
   * @param placement among the near copies; empty where the text is too short to compare
   */
  public Mention compose(
      String workspace,
      Post post,
      Version version,
      MonitorMatcher monitors,
      Optional<Placement> placement) {
    PostEntities entities = PostEntities.in(post.text());
    Author author = author(workspace, post, version.figures());
    String language =
        post.language() != null
            ? post.language()
            : languages.identify(PostRedaction.spoken(post, entities.prose()));
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
        post.id(),
        version.revision(),
        version.cause(),
        post.platform(),
        post.url(),
        post.kind(),
        post.text(),
        language,
        version.createdAt(),
        version.observedAt(),
        author,
        version.figures().engagement(),
        entities.hashtags(),
        entities.accounts(),
        entities.links(),
        post.inReplyTo(),
        monitors.match(searchable(post, entities, language, version.figures())),
        judge.judge(
            new Evidence(
                workspace,
                post.id(),
                post.text(),
                entities,
                post.kind(),
                author.pseudonym(),
                placement.orElse(null),
                version.createdAt(),
                version.observedAt(),
                version.revision() > 1,
                post.redacted())));
  }

  /** The post as it is kept, so that the archive, asked the same, answers the same. */
  private static Searchable searchable(
      Post post, PostEntities entities, String language, Figures figures) {
    return Searchable.of(
        post.text(),
        new Facts(
            post.platform(),
            language,
            post.kind(),
            figures.followers(),
            entities.links(),
            account -> post.author() != null && account.equals(Searchable.account(post.author()))));
  }

  private Author author(String workspace, Post post, Figures figures) {
    String pseudonym =
        post.author() == null ? null : pseudonyms.of(workspace, post.platform(), post.author());
    return pseudonym == null
        ? Author.UNKNOWN
        : new Author(pseudonym, pseudonyms.keyId(), figures.followers());
  }
}
