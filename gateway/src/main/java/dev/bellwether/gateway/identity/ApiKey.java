package dev.bellwether.gateway.identity;

import java.util.Set;

/**
 * A live key as the gateway knows it: whose it is and what it may do, without the secret.
 *
 * @param id unique within the workspace; the signed identity's subject
 */
public record ApiKey(String workspace, String id, Set<String> scopes) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
