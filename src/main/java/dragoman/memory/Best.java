package dragoman.memory;

import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best matches of many. */
final class Best {
  private final int limit;
  private final PriorityQueue<Judge.Judged> worstFirst =
      new PriorityQueue<>((a, b) -> Ranked.ORDER.compare(b.rank(), a.rank()));

  Best(int limit) {
    this.limit = limit;
  }

  void offer(Judge.Judged judged) {
    worstFirst.add(judged);
    if (worstFirst.size() > limit) {
      worstFirst.poll();
    }
  }

  /** Whether a unit of this rank could still come in. */
  boolean takes(Ranked rank) {
    return worstFirst.size() < limit || Ranked.ORDER.compare(rank, worstFirst.peek().rank()) < 0;
  }

  Best copy() {
    Best copy = new Best(limit);
    copy.worstFirst.addAll(worstFirst);
    return copy;
  }

  List<Match> matches() {
    return worstFirst.stream()
        .sorted((a, b) -> Ranked.ORDER.compare(a.rank(), b.rank()))
        .map(Judge.Judged::match)
        .toList();
  }
}
