package dragoman.segmentation;

import com.ibm.icu.lang.UCharacter;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Splits a paragraph into sentences by SRX 2.0 rules.
 *
 * <p>The place between two sentences is where the rules say. A sentence that is split alone gives
 * itself back: what the rules would split once its neighbours are gone is split at once. Time is
 * linear in the paragraph's length. Safe for use by many threads.
 */
public final class Segmenter {
  /** The bundled files, special before general: with {@code cascade} all that map are used. */
  private static final List<String> BUNDLED =
      List.of(
          "english.srx",
          "turkic.srx",
          "cyrillic.srx",
          "armenian.srx",
          "georgian.srx",
          "german.srx",
          "romance.srx",
          "arabic.srx",
          "european.srx",
          "default.srx");

  private static final int MOST_PASSES = 8;

  private final SrxDocument document;
  private final Map<List<SrxRule>, Rules> byRules = new ConcurrentHashMap<>();
  private final Map<String, Rules> byLanguage = new ConcurrentHashMap<>();

  private Segmenter(SrxDocument document) {
    this.document = document;
  }

  /** A segmenter with our own rules for many languages and a default for all others. */
  public static Segmenter ofBundledRules() {
    return new Segmenter(bundled());
  }

  /**
   * A segmenter with a person's rules instead of ours.
   *
   * @throws SrxException if the file is missing, not SRX, or holds a rule that cannot be used
   */
  public static Segmenter ofSrx(Path file) throws SrxException {
    SrxDocument document = SrxReader.read(file);
    for (List<SrxRule> rules : document.rules().values()) {
      new Rules(rules);
    }
    return new Segmenter(document);
  }

  static SrxDocument bundled() {
    Map<String, List<SrxRule>> rules = new LinkedHashMap<>();
    List<SrxDocument.LanguageMap> maps = new ArrayList<>();
    for (String file : BUNDLED) {
      try (InputStream in = Segmenter.class.getResourceAsStream("/dragoman/segmentation/" + file)) {
        SrxDocument one = SrxReader.read(in, file);
        rules.putAll(one.rules());
        maps.addAll(one.maps());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SrxException e) {
        throw new IllegalStateException(e);
      }
    }
    return new SrxDocument(true, rules, maps);
  }

  /**
   * The sentences of a paragraph, in order; none where it is empty or blank.
   *
   * @param language the paragraph's language; one without rules of its own gets the default's
   * @throws RunawayRuleException if a rule of a foreign SRX file does not come to an end in time
   */
  public List<Sentence> split(LanguageTag language, String paragraph) {
    List<Sentence> sentences = new ArrayList<>();
    split(rules(language), paragraph, 0, paragraph.length(), 0, sentences, (at, by) -> {});
    return List.copyOf(sentences);
  }

  /**
   * What decided each place of a paragraph where a rule would break, in order.
   *
   * @throws RunawayRuleException as {@link #split} does
   */
  public List<Decision> explain(LanguageTag language, String paragraph) {
    TreeMap<Integer, Decision> decisions = new TreeMap<>();
    split(
        rules(language),
        paragraph,
        0,
        paragraph.length(),
        0,
        new ArrayList<>(),
        (at, by) -> decisions.put(at, new Decision(at, by.breaks(), by.describe())));
    return List.copyOf(decisions.values());
  }

  private static void split(
      Rules rules,
      String text,
      int from,
      int to,
      int pass,
      List<Sentence> sentences,
      Rules.Listener listener) {
    int start = skip(text, from, to);
    int end = trim(text, start, to);
    if (start == end) {
      return;
    }
    List<Integer> breaks = new ArrayList<>();
    List<Integer> held = new ArrayList<>();
    rules.decide(
        text,
        start,
        end,
        (at, by) -> {
          listener.decided(at, by);
          (by.breaks() ? breaks : held).add(at);
        });
    if (breaks.isEmpty()) {
      sentences.add(new Sentence(start, end));
      return;
    }
    int nextHeld = 0;
    int begin = start;
    breaks.add(end);
    for (int until : breaks) {
      boolean doubtful = false;
      while (nextHeld < held.size() && held.get(nextHeld) < until) {
        doubtful = true;
        nextHeld++;
      }
      int first = skip(text, begin, until);
      int last = trim(text, first, until);
      if (first < last) {
        if (doubtful && pass < MOST_PASSES) {
          split(rules, text, first, last, pass + 1, sentences, listener);
        } else {
          sentences.add(new Sentence(first, last));
        }
      }
      begin = until;
    }
  }

  private static int skip(String text, int from, int to) {
    int at = from;
    while (at < to && UCharacter.isUWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int trim(String text, int from, int to) {
    int at = to;
    while (at > from && UCharacter.isUWhiteSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private Rules rules(LanguageTag language) {
    return byLanguage.computeIfAbsent(
        language.value(),
        tag ->
            byRules.computeIfAbsent(
                document.rulesFor(language),
                srx -> {
                  try {
                    return new Rules(srx);
                  } catch (SrxException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                  }
                }));
  }
}
