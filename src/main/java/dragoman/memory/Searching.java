package dragoman.memory;

import dragoman.language.Casing;
import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import dragoman.storage.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds any part of a text, without regard to case as each language has it; where that finds
 * nothing, without regard to marks and signs either, ı as i and ə as e.
 */
final class Searching {
  private final UnitRows units;
  private final Languages languages;

  Searching(UnitRows units, Languages languages) {
    this.units = units;
    this.languages = languages;
  }

  Page<Unit> search(UnitSearch search) {
    Page<Unit> page = search(search, new Exact(search.text()));
    Loose loose = new Loose(search.text());
    return page.total() > 0 || loose.empty() ? page : search(search, loose);
  }

  private Page<Unit> search(UnitSearch search, Needle needle) {
    Optional<String> key = search.language().map(languages::key);
    List<Unit> page = new ArrayList<>();
    long[] total = {0};
    units.each(
        search.memoryId(),
        search.deleted(),
        placed -> {
          Unit unit = placed.unit();
          boolean found =
              unit.variants().stream()
                  .anyMatch(
                      v ->
                          (key.isEmpty() || languages.key(v.language()).equals(key.get()))
                              && needle.in(v));
          if (found) {
            if (total[0] >= search.offset() && page.size() < search.limit()) {
              page.add(unit);
            }
            total[0]++;
          }
        });
    return new Page<>(page, total[0]);
  }

  Page<Concordance> concordance(
      String text,
      LanguageTag language,
      LanguageTag other,
      List<Memory> memories,
      int offset,
      int limit) {
    Page<Concordance> page = concordance(new Exact(text), language, other, memories, offset, limit);
    Loose loose = new Loose(text);
    return page.total() > 0 || loose.empty()
        ? page
        : concordance(loose, language, other, memories, offset, limit);
  }

  private Page<Concordance> concordance(
      Needle needle,
      LanguageTag language,
      LanguageTag other,
      List<Memory> memories,
      int offset,
      int limit) {
    String key = languages.key(language);
    List<Concordance> page = new ArrayList<>();
    long[] total = {0};
    for (Memory memory : memories) {
      units.each(
          memory.id(),
          false,
          placed -> {
            Unit unit = placed.unit();
            for (Variant variant : unit.variants()) {
              if (languages.key(variant.language()).equals(key) && needle.in(variant)) {
                if (total[0] >= offset && page.size() < limit) {
                  page.add(new Concordance(memory, unit, variant, unit.variant(other)));
                }
                total[0]++;
              }
            }
          });
    }
    return new Page<>(page, total[0]);
  }

  private interface Needle {
    boolean in(Variant variant);
  }

  /** As it is typed. */
  private static final class Exact implements Needle {
    private final String text;
    private final Map<LanguageTag, String> folded = new HashMap<>();

    Exact(String text) {
      this.text = text;
    }

    @Override
    public boolean in(Variant variant) {
      String part = folded.computeIfAbsent(variant.language(), l -> Casing.folded(l, text));
      return Casing.folded(variant.language(), variant.text().plain()).contains(part);
    }
  }

  /** As somebody types who has other keys. */
  private static final class Loose implements Needle {
    private final String key;

    Loose(String text) {
      key = Folding.searchKey(text);
    }

    boolean empty() {
      return key.isEmpty();
    }

    @Override
    public boolean in(Variant variant) {
      return Folding.searchKey(variant.text().plain()).contains(key);
    }
  }
}
