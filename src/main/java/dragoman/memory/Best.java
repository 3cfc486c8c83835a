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

  List<Match> matches() {
    return worstFirst.stream()
        .sorted((a, b) -> Ranked.ORDER.compare(a.rank(), b.rank()))
        .map(Judge.Judged::match)
        .toList();
  }
}
