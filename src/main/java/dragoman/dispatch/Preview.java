package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is seen of a document before it is taken in; a person may correct every part of it.
 *
 * @param format what the document is
 * @param encoding the character encoding that was found, as {@code windows-1251}; empty for DOCX,
 *     which has none of its own
 * @param source the most likely language
 * @param candidates the desk's languages that it may be, the most likely first
 * @param title the headline, else the beginning of the text; may be empty
 * @param slug a short name for the dispatch, made of the title or the file's name
 * @param agency who sent it, from the date line; may be empty
 * @param byLine whose text it is; may be empty
 * @param dated the day in the date line
 * @param segments how many segments it will have
 * @param words how many words are to be translated
 * @param notice a sentence that a person should read first, as that changes are tracked in it
 * @param same the dispatch that was made of the same document, the newest one
 */
public record Preview(
    Format format,
    String encoding,
    LanguageTag source,
    List<LanguageTag> candidates,
    String title,
    String slug,
    String agency,
    String byLine,
    Optional<LocalDate> dated,
    int segments,
    int words,
    Optional<String> notice,
    Optional<Same> same) {

  /**
   * A dispatch that is here already.
   *
   * @param language the first one that it is wanted in
   * @param notice a sentence that says so
   */
  public record Same(
      long id,
      String slug,
      String title,
      LanguageTag language,
      Instant createdAt,
      String createdBy,
      String notice) {}

  Preview beside(Dispatch there, String sentence) {
    return new Preview(
        format,
        encoding,
        source,
        candidates,
        title,
        slug,
        agency,
        byLine,
        dated,
        segments,
        words,
        notice,
        Optional.of(
            new Same(
                there.id(),
                there.slug(),
                there.title(),
                there.targets().get(0).language(),
                there.createdAt(),
                there.createdBy(),
                sentence)));
  }
}
