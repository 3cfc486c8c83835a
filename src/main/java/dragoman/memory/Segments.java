package dragoman.memory;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * What lookups keep from one to the next: where lengths begin in each segment, and tables to count
 * in.
 */
final class Segments {
  private final Map<IndexReader.CacheKey, Lengths> lengths = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, Vocabulary> vocabularies = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<int[]> tables = new ConcurrentLinkedQueue<>();

  Lengths lengths(LeafReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    Lengths known = lengths.get(helper.getKey());
    if (known == null) {
      known = Lengths.read(reader);
      if (lengths.putIfAbsent(helper.getKey(), known) == null) {
        helper.addClosedListener(lengths::remove);
      }
    }
    return known;
  }

  /** The words of a segment; the first to ask reads them, and others wait for it. */
  Vocabulary vocabulary(LeafReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    Vocabulary known = vocabularies.get(helper.getKey());
    if (known != null) {
      return known;
    }
    synchronized (vocabularies) {
      known = vocabularies.get(helper.getKey());
      if (known == null) {
        known = Vocabulary.read(reader);
        vocabularies.put(helper.getKey(), known);
        helper.addClosedListener(vocabularies::remove);
      }
      return known;
    }
  }

  Hits hits(int first, int end) {
    int[] table = tables.poll();
    // As many tables as lookups at once; one too small is left behind for a larger.
    return new Hits(
        first,
        end,
        table != null && table.length >= end - first ? table : new int[end - first],
        tables::add);
  }
}
