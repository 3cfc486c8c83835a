package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * A text to be aligned with others.
 *
 * @param upload the document
 * @param language what it is written in, if a person has said it; else it is detected
 */
public record AlignmentInput(Upload upload, Optional<LanguageTag> language) {}
