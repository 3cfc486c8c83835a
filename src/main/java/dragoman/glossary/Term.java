package dragoman.glossary;

import dragoman.language.Casing;
import dragoman.language.LanguageTag;

/**
 * A name for a concept in one language.
 *
 * @param id its number in the database, 0 while it is a draft
 * @param text the term as it is written in the middle of a sentence, NFC, never blank
 * @param status what the desk says of it
 * @param partOfSpeech as TBX has it ({@code noun}); may be empty
 * @param gender as TBX has it ({@code feminine}); may be empty
 * @param caseSensitive whether capitals must be as they are here ({@code US} is not {@code us})
 * @param exact whether no inflected form stands for it
 * @param untranslated whether it stands in every other language as it is here
 */
public record Term(
    long id,
    LanguageTag language,
    String text,
    Status status,
    Type type,
    String partOfSpeech,
    String gender,
    String note,
    boolean caseSensitive,
    boolean exact,
    boolean untranslated,
    State state) {

  /** What the desk says of a term. */
  public enum Status {
    PREFERRED,
    ADMITTED,
    DEPRECATED,
    FORBIDDEN;

    /** Whether a translator may write it without a finding. */
    public boolean accepted() {
      return this == PREFERRED || this == ADMITTED;
    }
  }

  /** How long the term is. */
  public enum Type {
    FULL_FORM,
    ABBREVIATION,
    OTHER
  }

  /**
   * Puts the text in NFC without white space around it.
   *
   * @throws IllegalArgumentException if the text is blank or longer than 1,000 characters
   */
  public Term {
    text = Casing.nfc(text.strip().replaceAll("\\s+", " "));
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A term needs a text; write one or take the term away.");
    }
    if (text.length() > 1000) {
      throw new IllegalArgumentException(
          "The term “" + text.substring(0, 40) + "…” is longer than 1,000 characters; shorten it.");
    }
  }

  /** An approved term with nothing else said of it; an abbreviation where it is all capitals. */
  public static Term of(LanguageTag language, String text, Status status) {
    boolean abbreviation = looksAbbreviated(text);
    return new Term(
        0,
        language,
        text,
        status,
        abbreviation ? Type.ABBREVIATION : Type.FULL_FORM,
        "",
        "",
        "",
        abbreviation,
        false,
        false,
        State.APPROVED);
  }

  /** Whether a text is of two or more letters, all of them capitals, as {@code BMT}. */
  public static boolean looksAbbreviated(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    return letters >= 2
        && text.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  /** Whether both are the same text in the same language. */
  boolean sameName(Term other) {
    return text.equals(other.text) && language.meets(other.language);
  }

  Term with(State other) {
    return new Term(
        id,
        language,
        text,
        status,
        type,
        partOfSpeech,
        gender,
        note,
        caseSensitive,
        exact,
        untranslated,
        other);
  }

  Term with(Status other) {
    return new Term(
        id,
        language,
        text,
        other,
        type,
        partOfSpeech,
        gender,
        note,
        caseSensitive,
        exact,
        untranslated,
        state);
  }

  Term numbered(long number) {
    return new Term(
        number,
        language,
        text,
        status,
        type,
        partOfSpeech,
        gender,
        note,
        caseSensitive,
        exact,
        untranslated,
        state);
  }
}
