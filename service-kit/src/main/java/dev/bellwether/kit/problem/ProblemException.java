package dev.bellwether.kit.problem;

/** Ends a request with a problem that its caller can mend; see {@link Problem}. */
public class ProblemException extends RuntimeException {

  private final transient Problem problem;

  /**
   * @param status HTTP status, 400 to 599
   * @param detail what is wrong and what to do about it
   * @param field the field or parameter at fault, or null
   */
  public ProblemException(int status, String title, String detail, String field) {
    super(detail);
    this.problem = new Problem("about:blank", title, status, detail, field);
  }

  /** A 400 that names the parameter or field and the remedy. */
  public static ProblemException badRequest(String field, String detail) {
    return new ProblemException(400, "Bad request", detail, field);
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(404, "Not found", detail, null);
  }

  public Problem problem() {
    return problem;
  }
}
