package dragoman.memory;

import dragoman.language.Casing;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Makes the index's documents, one for each variant of a unit. */
final class IndexDocuments {
  /** Terms: the hash of a stem, or of a whole text that has no words. */
  static final String STEMS = "stems";

  /** Terms: {@link WordTerms} of the folded text. */
  static final String WORDS = "words";

  /** The unit's id, to be read for many documents at once. */
  static final String ID = "id";

  /** The id of the unit's memory. */
  static final String MEMORY = "memory";

  /**
   * Sort key: language, then number of words, so that a range of lengths is a range of documents.
   */
  static final String LENGTH = "length";

  /** {@link IndexedText}. */
  static final String TEXT = "text";

  private static final String UNIT = "unit";
  private static final int LENGTH_BITS = 20;
  private static final int LONGEST = (1 << LENGTH_BITS) - 1;
  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.setOmitNorms(true);
    TERMS.setTokenized(true);
    TERMS.freeze();
  }

  private final Analyzer analyzer;
  private final Languages languages;

  IndexDocuments(Analyzer analyzer, Languages languages) {
    this.analyzer = analyzer;
    this.languages = languages;
  }

  List<Document> of(UnitRows.Placed placed) {
    long bits =
        IndexedText.languageBits(
            placed.unit().variants().stream().map(v -> languages.key(v.language())).toList());
    List<Document> documents = new ArrayList<>();
    for (Variant variant : placed.unit().variants()) {
      String key = languages.key(variant.language());
      Analysis analysis = analyzer.analyze(variant.language(), variant.text());
      Document document = new Document();
      document.add(new Field(STEMS, new Terms(terms(key, analysis)), TERMS));
      String folded = Casing.folded(variant.language(), variant.text().plain());
      document.add(new Field(WORDS, new Terms(WordTerms.of(folded)), TERMS));
      document.add(new NumericDocValuesField(ID, placed.unit().id()));
      document.add(new NumericDocValuesField(MEMORY, placed.unit().memoryId()));
      document.add(new NumericDocValuesField(LENGTH, lengthKey(key, analysis.length())));
      document.add(new BinaryDocValuesField(TEXT, IndexedText.of(placed, bits, key, analysis)));
      document.add(new StringField(UNIT, unitTerm(placed.unit().id()).bytes(), Field.Store.NO));
      documents.add(document);
    }
    return documents;
  }

  /** The term that all documents of a unit have. */
  static Term unitTerm(long unitId) {
    return new Term(UNIT, bytes(unitId, 8));
  }

  /** The term of a stem, by the upper bits of a word's token. */
  static BytesRef stemTerm(long stem) {
    return bytes(stem, 5);
  }

  /** The term of a text that has no words: what is left without punctuation. */
  static BytesRef wordlessTerm(String languageKey, String plain) {
    return bytes(
        new Hash64().add(languageKey).add(Scorer.symbols(plain)).add("wordless").value(), 8);
  }

  static long lengthKey(String languageKey, int words) {
    return ((Hash64.of(languageKey) & 0xffffffffL) << LENGTH_BITS) | Math.min(words, LONGEST);
  }

  private static BytesRef[] terms(String key, Analysis analysis) {
    if (analysis.length() == 0) {
      return new BytesRef[] {wordlessTerm(key, analysis.text().plain())};
    }
    BytesRef[] terms = new BytesRef[analysis.length()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = stemTerm(Analysis.Lexeme.stemOf(analysis.lexemes()[i].token()));
    }
    return terms;
  }

  private static BytesRef bytes(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = length - 1; i >= 0; i--) {
      bytes[i] = (byte) value;
      value >>>= 8;
    }
    return new BytesRef(bytes);
  }

  /** Hands ready terms to Lucene. */
  private static final class Terms extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final BytesRef[] terms;
    private int next;

    Terms(BytesRef[] terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == terms.length) {
        return false;
      }
      term.setBytesRef(terms[next++]);
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
