package dragoman.alignment;

/** How many sentences of the source answer how many of the target. */
enum Shape {
  ONE_ONE(1, 1),
  ONE_TWO(1, 2),
  TWO_ONE(2, 1),
  TWO_TWO(2, 2),
  ONE_THREE(1, 3),
  THREE_ONE(3, 1),
  ONE_NONE(1, 0),
  NONE_ONE(0, 1);

  /** All shapes, the likeliest first. */
  static final Shape[] ALL = values();

  final int source;
  final int target;

  Shape(int source, int target) {
    this.source = source;
    this.target = target;
  }

  /** Whether a side is empty: a sentence that nothing answers. */
  boolean open() {
    return source == 0 || target == 0;
  }
}
