package dragoman.dispatch;

import dragoman.alignment.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document of an archive, cut into sentences.
 *
 * @param name what it is called, with its folders
 * @param text its sentences in its language
 * @param dated its day, by its name or else its date line
 */
public record ArchiveText(String name, Text text, Optional<LocalDate> dated) {}
