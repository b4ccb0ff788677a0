package dev.bellwether.gateway.upstream;

/** A service gave no whole answer. */
public final class UpstreamFailure extends RuntimeException {

  /** How far it came. */
  public enum Kind {
    /** No connection: nothing was sent. */
    UNREACHABLE,
    /** No whole answer in time. */
    SLOW,
    /** The connection broke, or the answer does not read. */
    BROKEN
  }

  private final Upstream upstream;
  private final Kind kind;

  public UpstreamFailure(Upstream upstream, Kind kind, Throwable cause) {
    // A stack trace of the event loop would tell nothing
    super(upstream.label() + " is " + kind, cause, false, false);
    this.upstream = upstream;
    this.kind = kind;
  }

  public Upstream upstream() {
    return upstream;
  }

  public Kind kind() {
    return kind;
  }
}
