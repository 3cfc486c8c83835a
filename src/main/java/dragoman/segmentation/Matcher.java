package dragoman.segmentation;

/** One side of a rule: tells whether it matches at a place. */
interface Matcher {

  /** How many code points a side of a rule reads at most; a longer match counts as none. */
  int MOST_READ = 512;

  /**
   * Whether the side matches next to the place.
   *
   * @param from where the text begins
   * @param to where it ends
   */
  boolean matches(CharSequence text, int from, int to, int place);

  /** Which classes of the alphabet can stand next to the place. */
  boolean[] firsts();

  /** Which classes can stand behind one that stands next to the place, away from the place. */
  boolean[] seconds(int first);

  /** The most code points that the side reads, up to {@link #MOST_READ}. */
  int reach();
}
