package dragoman.exchange;

/**
 * Something in a file that could not be taken; the rest of the file was.
 *
 * @param line line of the file, 1-based; 0 where the format has no lines
 * @param unit ordinal of the unit, concept or row in the file, 1-based; 0 where it is none of them
 * @param message one sentence for a person: what is wrong
 */
public record Problem(long line, long unit, String message) {

  @Override
  public String toString() {
    StringBuilder said = new StringBuilder();
    if (line > 0) {
      said.append("line ").append(line).append(": ");
    }
    return said.append(message).toString();
  }
}
