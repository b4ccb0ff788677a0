package dev.bellwether.kit.identity;

import dev.bellwether.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, as the gateway signed it. The workspace never comes from a path, a query or a
 * body.
 */
@RequestScoped
public class Caller {

  /** The claim that names the workspace. */
  public static final String WORKSPACE_CLAIM = "workspace";

  private final JsonWebToken token;

  public Caller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The workspace the caller may see.
   *
   * @throws ProblemException 403 when the signed identity names none
   */
  public String workspace() {
    String workspace = token.getClaim(WORKSPACE_CLAIM);
    if (workspace == null || workspace.isBlank()) {
      throw new ProblemException(
          403, "No workspace", "The signed identity names no workspace.", null);
    }
    return workspace;
  }

  /** The API key's id or the person's subject. */
  public String subject() {
    return token.getSubject();
  }
}
