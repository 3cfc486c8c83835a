package dragoman.alignment;

import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.language.Words.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the texts of one language into what the witnesses look at; words are read once a batch. */
final class Reader {
  private static final int STEM = 5;
  private static final int SHORTEST_AFTER_PREFIX = 3;

  private final LanguageTag language;
  private final Sounds sounds;
  private final Meanings meanings;
  private final Map<String, Token> words = new HashMap<>();

  Reader(LanguageTag language, Sounds sounds, Meanings meanings) {
    this.language = language;
    this.sounds = sounds;
    this.meanings = meanings;
  }

  Side read(Text text) {
    Map<Token, Integer> places = new HashMap<>();
    List<Token> tokens = new ArrayList<>();
    List<String> sentences = text.sentences();
    int[][] read = new int[sentences.size()][];
    int[] lengths = new int[sentences.size()];
    List<Marks> marks = new ArrayList<>();
    for (int i = 0; i < read.length; i++) {
      String sentence = Casing.nfc(sentences.get(i)).strip();
      List<Token> found = tokens(sentence);
      int[] distinct = new int[found.size()];
      for (int k = 0; k < distinct.length; k++) {
        Integer place = places.get(found.get(k));
        if (place == null) {
          place = tokens.size();
          places.put(found.get(k), place);
          tokens.add(found.get(k));
        }
        distinct[k] = place;
      }
      read[i] = Arrays.stream(distinct).sorted().distinct().toArray();
      lengths[i] = sentence.codePointCount(0, sentence.length());
      marks.add(Marks.of(sentence));
    }
    boolean[] starts = new boolean[text.paragraphs().isEmpty() ? 0 : read.length];
    for (int start : text.paragraphs()) {
      starts[start] = true;
    }
    return new Side(tokens, read, lengths, marks, starts);
  }

  private List<Token> tokens(String sentence) {
    List<Token> found = new ArrayList<>();
    for (String number : Numbers.of(sentence)) {
      found.add(words.computeIfAbsent(number, this::number));
    }
    for (Word word : Words.of(language, sentence)) {
      if (!word.number() && word.form().codePoints().anyMatch(Character::isLetter)) {
        found.add(words.computeIfAbsent(word.form(), this::word));
      }
    }
    return found;
  }

  private Token number(String digits) {
    return new Token(digits, digits, "", "", true, Set.of("number:" + digits), 0);
  }

  private Token word(String written) {
    String form = Casing.folded(language, written);
    String bare = withoutPrefix(form);
    String heard = sounds.of(language, bare);
    return new Token(
        form,
        bare.length() > STEM ? bare.substring(0, STEM) : bare,
        heard,
        language.script().equals("Latn") ? sounds.ofLetters(language, form) : latin(written),
        false,
        meanings.of(bare).isEmpty() ? meanings.of(form) : meanings.of(bare),
        SoundDistance.weight(heard));
  }

  /** The letters of a Latin word in a text of another script: Goop in an Arabic text. */
  private String latin(String written) {
    char first = written.charAt(0);
    return first < 0x250 && Character.isLetter(first) ? sounds.ofLetters(language, written) : "";
  }

  /** Without the article and the conjunctions that Arabic writes on to a word. */
  private String withoutPrefix(String form) {
    if (!language.language().equals("ar")) {
      return form;
    }
    for (String prefix : new String[] {"وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل"}) {
      if (form.startsWith(prefix) && form.length() >= prefix.length() + SHORTEST_AFTER_PREFIX) {
        return form.substring(prefix.length());
      }
    }
    return form;
  }
}
