package dragoman.glossary;

/** Whether a maintainer has agreed: only what is approved is enforced. */
public enum State {
  PROPOSED,
  APPROVED
}
