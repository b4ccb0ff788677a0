package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.rejection.RejectedRequest;
import dev.bellwether.ingest.rejection.RejectionLog;
import dev.bellwether.ingest.retention.KeptPosts;
import dev.bellwether.ingest.rows.BatchAnswer;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.RowCount;
import dev.bellwether.ingest.rows.RowIntake;
import dev.bellwether.ingest.silence.Arrivals;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Where posts come in. */
@Path("/v1/mentions")
public class MentionsResource {

  private final MentionCapture capture;
  private final RowIntake rows;
  private final Caller caller;
  private final Clock clock;
  private final RowCount count;
  private final RejectionLog rejections;
  private final KeptPosts kept;
  private final Arrivals arrivals;

  public MentionsResource(
      MentionCapture capture,
      RowIntake rows,
      Caller caller,
      Clock clock,
      RowCount count,
      RejectionLog rejections,
      KeptPosts kept,
      Arrivals arrivals) {
    this.capture = capture;
    this.rejections = rejections;
    this.kept = kept;
    this.arrivals = arrivals;
    this.count = count;
    this.rows = rows;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Scopes.MENTIONS_WRITE)
  @RunOnVirtualThread
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(
      summary = "Take posts",
      description =
          "A JSON array or NDJSON of at most 5,000 posts, UTF-8, plain or gzip. Every row is answered: accepted, duplicate or rejected with"
              + " the field and the reason. The answer comes once Kafka has every accepted row. Send the same"
              + " Idempotency-Key again after a lost answer, and rows already taken are answered as before.")
  public BatchAnswer post(
      @HeaderParam("Idempotency-Key") String requestKey,
      @Parameter(hidden = true) @HeaderParam("X-Request-Id") String requestId,
      InputStream body) {
    Instant now = clock.instant();
    UnaryOperator<Post> keep = kept.of(caller.workspace());
    List<Checked<Post>> posts =
        rows.check(body, fields -> keep.apply(Post.from(fields, now)), Post::idOf);
    String workspace = caller.workspace();
    BatchAnswer answer = capture.take(workspace, posts, requestKey);
    arrivals.ofPosts(workspace, posts);
    rejections.keep(new RejectedRequest(workspace, "mentions", requestKey, requestId), answer);
    return count.count("mentions", answer);
  }
}
