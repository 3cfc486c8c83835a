package dragoman.dispatch;

import dragoman.exchange.ImportReport;
import dragoman.language.LanguageTag;
import java.util.List;
import java.util.Optional;

/**
 * What an SRX file brought, or would bring.
 *
 * @param languages what was added, by language
 * @param general how many rules were left out because they break behind any word
 * @param rules the ids of what was added; none where nothing was kept
 */
public record RuleImport(
    ImportReport report, List<Count> languages, long general, List<Long> rules) {
  public RuleImport {
    languages = List.copyOf(languages);
    rules = List.copyOf(rules);
  }

  /**
   * What was added for a language.
   *
   * @param language none for every language
   */
  public record Count(
      Optional<LanguageTag> language, long abbreviations, long holds, long breaks) {}
}
