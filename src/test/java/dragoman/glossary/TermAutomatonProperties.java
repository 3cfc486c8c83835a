package dragoman.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.glossary.Term.Status;
import dragoman.language.Folding;
import dragoman.language.Inflection;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The automaton against the obvious scan of every term at every place. */
class TermAutomatonProperties {
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final String[] WORDS = {
    "nazir", "naziri", "nazirin", "şura", "şurası", "xarici", "kənd", "Gəncə", "Gəncədə", "uşaq",
    "uşağın"
  };

  @Property(tries = 300)
  void findsWhatTheScanFinds(@ForAll("phrases") List<String> terms, @ForAll("texts") String text) {
    Folding folding = Folding.of(AZ);
    Inflection inflection = Inflection.of(AZ);
    List<Pattern> patterns = new ArrayList<>();
    for (String term : terms) {
      Term one = Term.of(AZ, term, Status.PREFERRED);
      patterns.addAll(Pattern.of(Concept.draft(term, List.of(one)), one, folding));
    }
    List<Folding.Word> words = folding.words(text);
    Set<String> scanned = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      for (Pattern pattern : patterns) {
        if (stands(pattern, words, i, inflection)) {
          scanned.add(i + " " + pattern.term().text());
        }
      }
    }
    Set<String> found =
        new TermAutomaton(inflection, patterns)
            .all(words).stream()
                .map(h -> h.first() + " " + h.pattern().term().text())
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(scanned, found);
  }

  @Property(tries = 300)
  void theLongestDoNotOverlap(@ForAll("phrases") List<String> terms, @ForAll("texts") String text) {
    TermBase base =
        TermBase.of(
            terms.stream()
                .map(t -> Concept.draft(t, List.of(Term.of(AZ, t, Status.PREFERRED))))
                .toList());
    int end = 0;
    int start = -1;
    for (TermUse use : base.recognize(AZ, text)) {
      boolean samePlace = use.start() == start;
      assertEquals(true, samePlace || use.start() >= end, text);
      start = use.start();
      end = use.end();
    }
  }

  private static boolean stands(
      Pattern pattern, List<Folding.Word> words, int first, Inflection inflection) {
    if (first + pattern.words().size() > words.size()) {
      return false;
    }
    for (int i = 0; i < pattern.words().size(); i++) {
      if (!inflection.accepts(pattern.words().get(i), words.get(first + i).folded())) {
        return false;
      }
    }
    return true;
  }

  @Provide
  Arbitrary<List<String>> phrases() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(words -> String.join(" ", words))
        .list()
        .uniqueElements()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(WORDS).list().ofMaxSize(12).map(words -> String.join(" ", words) + ".");
  }
}
