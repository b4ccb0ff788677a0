package dev.bellwether.ingest.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** How long mentions are kept. */
@Path("/v1/retention")
@RunOnVirtualThread
public class RetentionResource {

  private static final Pattern PLATFORM = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,31}");

  /**
   * How many days mentions of a platform are kept.
   *
   * @param platform null for all that have no rule of their own
   * @param days by the posts' own time; 1 to 36,500
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rule(String platform, Integer days) {}

  /**
   * A workspace's rules.
   *
   * @param otherwise days where no rule speaks, as the operator has set it; null keeps for ever
   */
  public record Retention(List<Rule> rules, Integer otherwise) {}

  private final RetentionStore store;
  private final KeptPosts kept;
  private final Caller caller;

  public RetentionResource(RetentionStore store, KeptPosts kept, Caller caller) {
    this.store = store;
    this.kept = kept;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.MENTIONS_READ)
  @Operation(summary = "How long mentions are kept")
  public Retention get() {
    RetentionRules rules = store.rules(caller.workspace());
    return new Retention(
        rules.byPlatform().entrySet().stream()
            .map(
                rule ->
                    new Rule(
                        rule.getKey().equals(RetentionRules.EVERY) ? null : rule.getKey(),
                        rule.getValue()))
            .toList(),
        rules.otherwise().orElse(null));
  }

  @PUT
  @RolesAllowed(Scopes.RETENTION_WRITE)
  @Operation(
      summary = "Keep mentions so many days",
      description =
          "Of one platform, or of all that have no rule of their own. What is older goes within an hour and cannot be had"
              + " again; sent again, it is rejected.")
  public Retention put(Rule rule) {
    if (rule == null
        || rule.days() == null
        || rule.days() < 1
        || rule.days() > RetentionStore.MOST_DAYS) {
      throw ProblemException.badRequest("days", "days must be a whole number from 1 to 36500.");
    }
    store.put(caller.workspace(), platform(rule.platform()), rule.days());
    kept.forget(caller.workspace());
    return get();
  }

  @DELETE
  @RolesAllowed(Scopes.RETENTION_WRITE)
  @Operation(summary = "Remove a rule", description = "Without platform, the one for all.")
  public void delete(@RestQuery String platform) {
    if (!store.delete(caller.workspace(), platform(platform))) {
      throw ProblemException.notFound("There is no such rule.");
    }
    kept.forget(caller.workspace());
  }

  private static String platform(String platform) {
    if (platform == null || platform.isBlank()) {
      return RetentionRules.EVERY;
    }
    String name = platform.strip().toLowerCase(Locale.ROOT);
    if (!PLATFORM.matcher(name).matches()) {
      throw ProblemException.badRequest(
          "platform", "platform must be a short name such as x, bluesky or mastodon.");
    }
    return name;
  }
}
