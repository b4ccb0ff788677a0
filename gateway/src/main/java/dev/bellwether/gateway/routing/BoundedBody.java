package dev.bellwether.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/**
 * A request's body on its way through, never held: it fails as soon as more bytes have come than
 * are allowed, and tells when the last has gone. It belongs to one event loop.
 */
final class BoundedBody implements ReadStream<Buffer> {

  /** More bytes came than are allowed. */
  static final class TooLarge extends RuntimeException {

    TooLarge() {
      // A stack trace would cost much and tell nothing
      super("request too large", null, false, false);
    }
  }

  private final HttpServerRequest request;
  private final long limit;
  private final Runnable whenSent;
  private Handler<Throwable> failed = e -> {};
  private long seen;
  private boolean tooLarge;

  BoundedBody(HttpServerRequest request, long limit, Runnable whenSent) {
    this.request = request;
    this.limit = limit;
    this.whenSent = whenSent;
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  /** How many bytes have come. */
  long seen() {
    return seen;
  }

  /** The most bytes it lets through. */
  long limit() {
    return limit;
  }

  @Override
  public BoundedBody exceptionHandler(Handler<Throwable> handler) {
    failed = handler == null ? e -> {} : handler;
    request.exceptionHandler(handler);
    return this;
  }

  @Override
  public BoundedBody handler(Handler<Buffer> handler) {
    request.handler(handler == null ? null : buffer -> count(buffer, handler));
    return this;
  }

  private void count(Buffer buffer, Handler<Buffer> next) {
    seen += buffer.length();
    if (tooLarge) {
      return;
    }
    if (seen > limit) {
      tooLarge = true;
      failed.handle(new TooLarge());
      return;
    }
    next.handle(buffer);
  }

  @Override
  public BoundedBody pause() {
    request.pause();
    return this;
  }

  @Override
  public BoundedBody resume() {
    request.resume();
    return this;
  }

  @Override
  public BoundedBody fetch(long amount) {
    request.fetch(amount);
    return this;
  }

  @Override
  public BoundedBody endHandler(Handler<Void> handler) {
    request.endHandler(
        handler == null
            ? null
            : _ -> {
              if (!tooLarge) {
                whenSent.run();
                handler.handle(null);
              }
            });
    return this;
  }
}
