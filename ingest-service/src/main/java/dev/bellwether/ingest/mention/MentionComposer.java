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
        post.language() != null ? post.language() : languages.identify(entities.prose()),
        version.createdAt(),
        version.observedAt(),
        author,
        version.figures().engagement(),
        entities.hashtags(),
        entities.accounts(),
        entities.links(),
        post.inReplyTo(),
        monitors.match(post.text()),
        judge.judge(
            new Evidence(
                workspace,
                post.text(),
                entities,
                post.kind(),
                author.pseudonym(),
                placement.orElse(null),
                version.createdAt(),
                version.observedAt(),
                version.revision() > 1)));
  }

  private Author author(String workspace, Post post, Figures figures) {
    if (post.author() == null) {
      return Author.UNKNOWN;
    }
    return new Author(
        pseudonyms.of(workspace, post.platform(), post.author()),
        pseudonyms.keyId(),
        figures.followers());
  }
}
