package dragoman.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that a dispatch comes in and goes out again. */
public enum Format {
  TXT("text/plain", List.of("txt", "text")),
  HTML("text/html", List.of("html", "htm", "xhtml")),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"));

  private final String mediaType;
  private final List<String> endings;

  Format(String mediaType, List<String> endings) {
    this.mediaType = mediaType;
    this.endings = endings;
  }

  /** The media type (IANA) without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** The usual ending of a file name, without the dot. */
  public String ending() {
    return endings.get(0);
  }

  /** The format that a file's name promises by its ending. */
  public static Optional<Format> ofName(String fileName) {
    return Arrays.stream(values()).filter(format -> format.endsName(fileName)).findFirst();
  }

  /** The endings of all of them, as they follow “in” or “of”. */
  public static String named() {
    return Arrays.stream(values())
        .flatMap(format -> format.endings.stream())
        .map(ending -> "." + ending)
        .collect(Collectors.joining(", "));
  }

  /** Whether a file of this name is likely of this format. */
  boolean endsName(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return endings.contains(ending);
  }
}
