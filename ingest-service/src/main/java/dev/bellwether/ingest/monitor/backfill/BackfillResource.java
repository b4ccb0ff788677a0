package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far the archive has been brought in line with a monitor. */
@Path("/v1/monitors/{id}/backfill")
@RunOnVirtualThread
public class BackfillResource {

  private final WorkspaceTransaction transactions;
  private final Backfills backfills;
  private final Caller caller;

  public BackfillResource(WorkspaceTransaction transactions, Backfills backfills, Caller caller) {
    this.transactions = transactions;
    this.backfills = backfills;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.MONITORS_READ)
  @Operation(
      summary = "How far a monitor's back-fill is",
      description =
          "Of the last version that changed what the monitor matches; after its deletion, of the removal.")
  public BackfillStatus status(String id) {
    String workspace = caller.workspace();
    return transactions.inWorkspace(
        workspace,
        connection ->
            backfills
                .status(connection, workspace, id)
                .orElseThrow(
                    () -> ProblemException.notFound("No back-fill of the monitor " + id + ".")));
  }
}
