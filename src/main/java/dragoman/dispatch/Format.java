package dragoman.dispatch;

import java.util.List;
import java.util.Locale;

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

  /** Whether a file of this name is likely of this format. */
  boolean endsName(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return endings.contains(ending);
  }
}
