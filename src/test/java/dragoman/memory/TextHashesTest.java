package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TextHashesTest {
  private record Pair(long hash, long unit) {}

  @Property(tries = 200)
  void whatWasAddedIsFoundByItsHashAndComesInOrder(
      @ForAll @Size(max = 3_000) List<@IntRange(min = -50, max = 50) Integer> hashes,
      @ForAll @IntRange(min = -60, max = 60) int asked) {
    TextHashes table = new TextHashes();
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      long hash = hashes.get(i) * 0x100000001L;
      table.add(hash, i);
      all.add(new Pair(hash, i));
    }
    long wanted = asked * 0x100000001L;
    Set<Pair> found = new HashSet<>();
    table.among(Set.of(wanted), (hash, unit) -> found.add(new Pair(hash, unit)));
    assertEquals(Set.copyOf(all.stream().filter(pair -> pair.hash == wanted).toList()), found);
    List<Pair> inOrder = new ArrayList<>();
    table.inOrder((hash, unit) -> inOrder.add(new Pair(hash, unit)));
    all.sort(
        (a, b) -> a.hash != b.hash ? Long.compare(a.hash, b.hash) : Long.compare(a.unit, b.unit));
    assertEquals(all, inOrder);
  }
}
