package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document that was read: its paragraphs, and the way to write it again with other text. */
interface Document {

  /** What it is. */
  Format format();

  /** The name of its character encoding; empty where the format has none. */
  String encoding();

  /** Its paragraphs in reading order; the same bytes give the same paragraphs at any time. */
  List<Paragraph> paragraphs();

  /** A sentence on what a person should know of it before it is taken in. */
  default Optional<String> notice() {
    return Optional.empty();
  }

  /**
   * The document with some paragraphs exchanged, everything else as it was.
   *
   * @param target the language of the new text: decides the direction of writing
   * @param changed new text by the paragraph's index in {@link #paragraphs()}
   */
  Written write(LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed);

  /**
   * A document's bytes.
   *
   * @param encoding the encoding that they are in; empty where the format has none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Written(byte[] bytes, String encoding) {}
}
