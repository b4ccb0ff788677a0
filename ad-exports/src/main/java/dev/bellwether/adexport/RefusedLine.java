package dev.bellwether.adexport;

/** Raised where a line cannot be used. */
final class RefusedLine extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String field;

  RefusedLine(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }
}
