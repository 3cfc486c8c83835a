package dragoman.web;

/** A request that cannot be answered; becomes a {@link Problem}. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(int status, String title, String detail) {
    this(Problem.of(status, title, detail));
  }

  ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  /** A change that came too late: carries the thing as it is now. */
  static ProblemException stale(String detail, Object current) {
    return new ProblemException(
        new Problem("about:blank", "Changed meanwhile", 409, detail, current, null));
  }
}
