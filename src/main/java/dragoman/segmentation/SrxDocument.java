package dragoman.segmentation;

import dragoman.language.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an SRX file says: named lists of rules, and which of them a language uses.
 *
 * @param cascade whether a language uses every list that maps to it, in order, or only the first
 * @param rules the lists by name
 * @param maps the mappings, in the order in which they are tried
 */
public record SrxDocument(
    boolean cascade, Map<String, List<SrxRule>> rules, List<LanguageMap> maps) {

  /** A mapping from languages, by a pattern over their tags, to a list of rules. */
  public record LanguageMap(Pattern languages, String name) {}

  /** Keeps copies, the lists in their order. */
  public SrxDocument {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    maps = List.copyOf(maps);
  }

  /**
   * Reads SRX 2.0, or the older 1.0; the rules' expressions are not looked at.
   *
   * @param file its name, for messages
   * @throws SrxException if it is not SRX
   */
  public static SrxDocument read(InputStream in, String file) throws SrxException {
    return SrxReader.read(in, file);
  }

  /** Our own rules for many languages and the default for all others. */
  public static SrxDocument bundled() {
    return Segmenter.bundled();
  }

  /**
   * Writes SRX 2.0; what is read from it is the same but for the rules' names.
   *
   * @throws IOException if the stream cannot be written
   */
  public void write(OutputStream out) throws IOException {
    SrxWriter.write(this, out);
  }

  /** The rules of a language in the order in which they are tried. */
  public List<SrxRule> rulesFor(LanguageTag language) {
    List<SrxRule> found = new ArrayList<>();
    for (LanguageMap map : maps) {
      if (map.languages().matcher(language.value()).matches()) {
        found.addAll(rules.get(map.name()));
        if (!cascade) {
          break;
        }
      }
    }
    return found;
  }
}
