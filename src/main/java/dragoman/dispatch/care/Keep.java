package dragoman.dispatch.care;

/** Which of several units stays where they are merged. */
public enum Keep {
  /** The one that the glossary wants; where it wants none, the newest. */
  GLOSSARY,
  NEWEST,
  OLDEST
}
