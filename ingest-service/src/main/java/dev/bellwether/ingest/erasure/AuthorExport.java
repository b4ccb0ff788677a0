package dev.bellwether.ingest.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.ingest.erasure.ErasureRequest.AuthorName;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All that is held about an author, a JSON object a line. */
@ApplicationScoped
public class AuthorExport {

  private static final int IDS_A_PAGE = 200;

  /** What other services have made of the posts; none of it names anybody. */
  private static final List<String> ELSEWHERE =
      List.of(
          "sentiment-service: a row for each post (its id, hour, label, monitors), and hourly counts by monitor and label",
          "trend-service: counts of terms by fingerprint, and up to three post ids with each trend",
          "campaign-optimizer, gateway: nothing of posts");

  private final WorkspaceTransaction transactions;
  private final Digests digests;
  private final List<HeldOf> holders;
  private final ObjectMapper json;

  public AuthorExport(
      WorkspaceTransaction transactions,
      Digests digests,
      @All List<HeldOf> holders,
      ObjectMapper json) {
    this.transactions = transactions;
    this.digests = digests;
    this.holders = holders;
    this.json = json;
  }

  /** A transaction a page, so that a slow reader holds no connection for long. */
  void write(String workspace, AuthorName author, OutputStream out) throws IOException {
    Set<String> pseudonyms = digests.pseudonyms(workspace, author.platform(), author.account());
    List<String> ids =
        transactions.inWorkspace(
            workspace,
            connection -> List.copyOf(ErasureStore.idsOf(connection, workspace, pseudonyms)));
    line(header(author, pseudonyms, ids.size()), out);
    for (int from = 0; from < ids.size(); from += IDS_A_PAGE) {
      for (ObjectNode held :
          page(workspace, ids.subList(from, Math.min(from + IDS_A_PAGE, ids.size())))) {
        line(held, out);
      }
    }
    ObjectNode elsewhere = json.createObjectNode().put("kind", "elsewhere");
    ELSEWHERE.forEach(elsewhere.putArray("held")::add);
    line(elsewhere, out);
  }

  private ObjectNode header(AuthorName author, Set<String> pseudonyms, int mentions) {
    ObjectNode header =
        json.createObjectNode()
            .put("kind", "author")
            .put("platform", author.platform())
            .put("account", author.account())
            .put("keyId", digests.keyId())
            .put("mentions", mentions);
    pseudonyms.forEach(header.putArray("pseudonyms")::add);
    return header;
  }

  private List<ObjectNode> page(String workspace, Collection<String> ids) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var lines = new ArrayList<ObjectNode>();
          for (HeldOf holder : holders) {
            for (ObjectNode held : holder.held(connection, workspace, ids)) {
              ObjectNode line = json.createObjectNode().put("kind", holder.kind());
              line.setAll(held);
              lines.add(line);
            }
          }
          return lines;
        });
  }

  private void line(ObjectNode object, OutputStream out) throws IOException {
    out.write(json.writeValueAsString(object).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
