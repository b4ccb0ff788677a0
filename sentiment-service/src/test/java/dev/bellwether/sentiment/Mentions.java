package dev.bellwether.sentiment;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import java.time.Instant;
import java.util.List;

/** Mentions of one workspace, all of the monitor {@code brand}, as ingest writes them. */
public record Mentions(String workspace) {

  public static final Instant CREATED = Instant.parse("2026-11-22T10:20:30Z");

  public static Mentions in(String workspace) {
    return new Mentions(workspace);
  }

  public Mention revision(String id, int revision, String text) {
    return mention(
        id, revision, revision == 1 ? Cause.CAPTURED : Cause.EDITED, text, "en", CREATED);
  }

  public Mention speaking(String language, String id, String text) {
    return mention(id, 1, Cause.CAPTURED, text, language, CREATED);
  }

  public Mention at(Instant created, String id, String text) {
    return mention(id, 1, Cause.CAPTURED, text, "en", created);
  }

  public Mention caused(Cause cause, String id, int revision) {
    return mention(id, revision, cause, "", "en", CREATED);
  }

  /** As a back-fill writes it: only the monitors have changed. */
  public Mention inMonitors(String id, int revision, String text, List<String> monitors) {
    return mention(id, revision, Cause.MONITORS, text, "en", CREATED, monitors);
  }

  private Mention mention(
      String id, int revision, Cause cause, String text, String language, Instant created) {
    return mention(id, revision, cause, text, language, created, List.of("brand"));
  }

  private Mention mention(
      String id,
      int revision,
      Cause cause,
      String text,
      String language,
      Instant created,
      List<String> monitors) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
        id,
        revision,
        cause,
        "x",
        null,
        "post",
        text,
        language,
        created,
        created,
        Author.UNKNOWN,
        Engagement.NONE,
        List.of(),
        List.of(),
        List.of(),
        null,
        monitors,
        Flags.NONE);
  }
}
