package dev.bellwether.ingest.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Begins an erasure and answers where its receipt grows. */
@ApplicationScoped
public class BegunErasure {

  private final ErasureStore store;
  private final ErasureWorker worker;

  public BegunErasure(ErasureStore store, ErasureWorker worker) {
    this.store = store;
    this.worker = worker;
  }

  Response answer(String workspace, Subject subject, String reason) {
    String id = store.begin(workspace, subject, reason);
    worker.look();
    return Response.accepted(store.find(workspace, id).orElseThrow())
        .location(URI.create("/v1/erasures/" + id))
        .build();
  }
}
