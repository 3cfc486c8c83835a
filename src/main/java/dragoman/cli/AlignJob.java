package dragoman.cli;

import dragoman.alignment.Text;
import java.util.List;
import java.util.Optional;

/**
 * Texts of a batch that are one dispatch in several languages.
 *
 * @param where what a sentence to a person calls it, as {@code Line 3 of list.tsv}
 * @param name what it is called in a list of alignments
 * @param files the texts' files, in the order of their languages
 * @param output where it goes; none where it goes into a memory alone
 */
record AlignJob(String where, String name, List<Source> files, Optional<String> output) {

  /** Reads one text, in its language. */
  @FunctionalInterface
  interface Reading {
    /**
     * The text.
     *
     * @throws CommandException if it cannot be read
     */
    Text read();
  }

  /** A file and how it is read. */
  record Source(String file, Reading reading) {}
}
