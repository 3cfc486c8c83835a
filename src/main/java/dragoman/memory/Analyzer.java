package dragoman.memory;

import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.language.Stems;
import dragoman.language.Words;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Takes texts apart: ICU's words, folded, stemmed, numbered. Safe for several threads.
 *
 * <p>Folding and stemming a word costs more than finding it, and texts say the same words again and
 * again: each language keeps the words met last, a word per slot of a table, the newer in the
 * older's place.
 */
final class Analyzer {
  private static final int SLOTS = 1 << 16;
  private static final int MOST_LANGUAGES = 64;
  private static final String NUMBER = "#";

  private final Map<LanguageTag, Vocabulary> vocabularies = new ConcurrentHashMap<>();

  Analysis analyze(LanguageTag language, TaggedText text) {
    List<Words.Word> words = Words.of(language, text.plain());
    Analysis.Lexeme[] lexemes = new Analysis.Lexeme[words.size()];
    Vocabulary vocabulary = vocabulary(language);
    for (int i = 0; i < lexemes.length; i++) {
      Words.Word word = words.get(i);
      lexemes[i] = word.number() ? vocabulary.number : vocabulary.lexeme(word.form());
    }
    return new Analysis(text, words, lexemes);
  }

  private Vocabulary vocabulary(LanguageTag language) {
    Vocabulary known = vocabularies.get(language);
    if (known != null) {
      return known;
    }
    if (vocabularies.size() >= MOST_LANGUAGES) {
      vocabularies.clear();
    }
    return vocabularies.computeIfAbsent(language, Vocabulary::new);
  }

  private static final class Vocabulary {
    private final LanguageTag language;
    private final String key;
    private final Analysis.Lexeme number;
    private final ThreadLocal<Stems.Stemmer> stemmer;
    private final AtomicReferenceArray<Known> slots = new AtomicReferenceArray<>(SLOTS);

    private record Known(String form, Analysis.Lexeme lexeme) {}

    Vocabulary(LanguageTag language) {
      this.language = language;
      this.key = language.key();
      this.number = Analysis.Lexeme.of(key, NUMBER, NUMBER);
      this.stemmer = ThreadLocal.withInitial(() -> Stems.of(language));
    }

    Analysis.Lexeme lexeme(String form) {
      int hash = form.hashCode();
      int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
      Known known = slots.get(slot);
      if (known != null && known.form.equals(form)) {
        return known.lexeme;
      }
      String folded = Casing.folded(language, form);
      Analysis.Lexeme lexeme = Analysis.Lexeme.of(key, folded, stemmer.get().stem(folded));
      slots.set(slot, new Known(form, lexeme));
      return lexeme;
    }
  }
}
