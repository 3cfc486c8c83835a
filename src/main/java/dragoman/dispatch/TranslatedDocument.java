package dragoman.dispatch;

import dragoman.quality.Finding;
import java.util.List;

/**
 * A pre-translated document.
 *
 * @param exported the document in its own format
 * @param report what was found, in segments
 * @param segments how many segments it has
 * @param words how many words of source it has
 * @param wordsLeft how many of them are in segments that nothing was found for
 * @param findings what the checks say of what was inserted
 */
public record TranslatedDocument(
    Exported exported,
    Pretranslated report,
    int segments,
    int words,
    int wordsLeft,
    List<Found> findings) {

  /**
   * A finding in a segment.
   *
   * @param segment the segment's number, from 1
   */
  public record Found(int segment, Finding finding) {}

  public TranslatedDocument {
    findings = List.copyOf(findings);
  }
}
