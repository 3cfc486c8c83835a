package dragoman.dispatch;

/** Texts that cannot be aligned as they were given; nothing of them is kept. */
public final class AlignmentTroubleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient AlignmentTrouble trouble;

  AlignmentTroubleException(AlignmentTrouble trouble) {
    super(trouble.detail());
    this.trouble = trouble;
  }

  /** What is wrong, and what would do. */
  public AlignmentTrouble trouble() {
    return trouble;
  }
}
