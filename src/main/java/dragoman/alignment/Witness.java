package dragoman.alignment;

/** Who says that two words answer each other. */
enum Witness {
  /** Equal numbers in digits. */
  NUMBER,
  /** Dates, measures, countries and numbers in words that mean the same. */
  MEANING,
  /** Names and borrowed words that sound alike. */
  SOUND,
  /** Words that answered each other elsewhere in the texts. */
  LEXICON
}
