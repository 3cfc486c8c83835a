package dragoman.alignment;

/** What the aligner thinks of two texts as a whole; beads are given for {@link #ALIGNED} alone. */
public enum Verdict {
  /** The texts answer each other. */
  ALIGNED("The texts answer each other."),
  /** A side has no sentence with a letter or a digit in it. */
  EMPTY_SIDE("One of the two texts is empty: there is nothing to align."),
  /** Both sides are one text. */
  SAME_TEXT("The source and the target are the same text: give its translation as the target."),
  /** The source is in the target's language and the target in the source's. */
  SWAPPED("The languages are swapped: exchange the source and the target, or their languages."),
  /** A side is not written in the letters of its language. */
  WRONG_LANGUAGE("A text is not in the language given for it: most of its letters are others."),
  /** The texts have nothing to do with each other. */
  UNRELATED("The two texts do not seem to say the same: hardly a sentence answers another.");

  private final String message;

  Verdict(String message) {
    this.message = message;
  }

  /** One sentence for a person: what it is and what to do. */
  public String message() {
    return message;
  }
}
