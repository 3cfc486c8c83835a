package dragoman.memory;

import dragoman.language.Casing;
import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import dragoman.language.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;

/** What is looked for in texts: the texts decide, the index only narrows. */
interface Needle {
  /** Whether a text has it. */
  boolean in(Variant variant);

  /**
   * Where in the index it may be.
   *
   * @param languageKey only in this language
   */
  Occurrences occurrences(DirectoryReader reader, Segments segments, Optional<String> languageKey)
      throws IOException;

  /** A text as it is typed, without regard to case. */
  final class Exact implements Needle {
    /** One language for each way of making letters small: as most do, as Turkish, as Lithuanian. */
    private static final List<LanguageTag> CASINGS =
        List.of(LanguageTag.of("en"), LanguageTag.of("tr"), LanguageTag.of("lt"));

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

    @Override
    public Occurrences occurrences(
        DirectoryReader reader, Segments segments, Optional<String> languageKey)
        throws IOException {
      Set<List<WordTerms.Part>> alternatives = new LinkedHashSet<>();
      for (LanguageTag casing : CASINGS) {
        alternatives.add(WordTerms.parts(Casing.folded(casing, text)));
      }
      return Occurrences.ofParts(reader, segments, alternatives, false, languageKey);
    }
  }

  /** A text as somebody types it who has other keys: {@link Folding#searchKey}. */
  final class Loose implements Needle {
    private final String key;

    Loose(String text) {
      key = Folding.searchKey(text);
    }

    /** Whether there is nothing to look for. */
    boolean empty() {
      return key.isEmpty();
    }

    @Override
    public boolean in(Variant variant) {
      return Folding.searchKey(variant.text().plain()).contains(key);
    }

    @Override
    public Occurrences occurrences(
        DirectoryReader reader, Segments segments, Optional<String> languageKey)
        throws IOException {
      return Occurrences.ofParts(reader, segments, Set.of(WordTerms.parts(key)), true, languageKey);
    }
  }

  /**
   * The words of a text one behind the other, each in any form of its stem; numbers as they are.
   */
  final class Forms implements Needle {
    private final Analyzer analyzer;
    private final Analysis wanted;
    private final long[] stems;

    Forms(String text, LanguageTag language, Analyzer analyzer) {
      this.analyzer = analyzer;
      wanted = analyzer.analyze(language, dragoman.text.TaggedText.of(text));
      stems = stems(wanted);
    }

    /** Whether no word has other forms. */
    boolean empty() {
      return wanted.words().stream().allMatch(Words.Word::number);
    }

    @Override
    public boolean in(Variant variant) {
      Analysis text = analyzer.analyze(variant.language(), variant.text());
      for (int from = 0; from + stems.length <= text.length(); from++) {
        if (at(from, text)) {
          return true;
        }
      }
      return false;
    }

    private boolean at(int from, Analysis text) {
      for (int i = 0; i < stems.length; i++) {
        Analysis.Lexeme said = text.lexemes()[from + i];
        Words.Word word = wanted.words().get(i);
        if (!said.stem().equals(wanted.lexemes()[i].stem())
            || word.number() && !text.words().get(from + i).form().equals(word.form())) {
          return false;
        }
      }
      return true;
    }

    private static long[] stems(Analysis analysis) {
      long[] stems = new long[analysis.length()];
      for (int i = 0; i < stems.length; i++) {
        stems[i] = Analysis.Lexeme.stemOf(analysis.lexemes()[i].token());
      }
      return stems;
    }

    @Override
    public Occurrences occurrences(
        DirectoryReader reader, Segments segments, Optional<String> languageKey)
        throws IOException {
      return Occurrences.ofStems(reader, segments, stems, languageKey.orElseThrow());
    }
  }

  /** What one needle finds and another does not. */
  record Besides(Needle wanted, Needle known) implements Needle {
    @Override
    public boolean in(Variant variant) {
      return wanted.in(variant) && !known.in(variant);
    }

    @Override
    public Occurrences occurrences(
        DirectoryReader reader, Segments segments, Optional<String> languageKey)
        throws IOException {
      return wanted.occurrences(reader, segments, languageKey);
    }
  }
}
