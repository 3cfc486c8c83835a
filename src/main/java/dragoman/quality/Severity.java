package dragoman.quality;

/** How much a finding matters. */
public enum Severity {
  /** The translation says something wrong or cannot be published. */
  ERROR,
  /** Probably wrong; a person should look. */
  WARNING,
  /** Worth knowing; often right as it is. */
  INFO
}
