package dragoman.memory;

import dragoman.language.LanguageTag;
import java.util.List;
import java.util.Optional;

/** The names and terms that are known in several languages, as a repair needs them. */
public interface Names {

  /** No names. */
  Names NONE =
      new Names() {
        @Override
        public List<Name> in(LanguageTag language, String text) {
          return List.of();
        }

        @Override
        public Optional<String> written(Object concept, LanguageTag language) {
          return Optional.empty();
        }
      };

  /**
   * A name in a text.
   *
   * @param concept what it names; equal for what is the same
   * @param start offset of its first UTF-16 unit
   * @param end offset behind its last, endings included
   * @param base its base form
   */
  record Name(Object concept, int start, int end, String base) {}

  /**
   * The names in a text, inflected or not, in order of place; where they overlap the longest.
   * Several concepts may stand at one place.
   */
  List<Name> in(LanguageTag language, String text);

  /** The base form of what a language writes for a concept, if it is settled. */
  Optional<String> written(Object concept, LanguageTag language);
}
