package dragoman.segmentation;

import com.ibm.icu.lang.UCharacter;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final String EVERY_LANGUAGE = "";

  private final SrxDocument document;
  private final Optional<Segmenter> root;

  /** Rules that come before the document's, and models, by {@linkplain LanguageTag#key key}. */
  private final Map<String, List<SrxRule>> own;

  private final Map<String, BreakModel> models;
  private final Map<List<SrxRule>, Rules> byRules = new ConcurrentHashMap<>();
  private final Map<String, Rules> byLanguage = new ConcurrentHashMap<>();

  private Segmenter(
      SrxDocument document,
      Optional<Segmenter> root,
      Map<String, List<SrxRule>> own,
      Map<String, BreakModel> models) {
    this.document = document;
    this.root = root;
    this.own = Map.copyOf(own);
    this.models = Map.copyOf(models);
  }

  private Segmenter(SrxDocument document) {
    this(document, Optional.empty(), Map.of(), Map.of());
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

  /**
   * This segmenter with rules that come before its own, instead of those that it was given before
   * for the same language: at each place the first rule that matches decides, of the language's
   * given rules, then of those given for every language, then of the SRX document's.
   *
   * @param language whose rules they are; none for every language
   * @param rules such as {@link #check} lets through
   */
  public Segmenter with(Optional<LanguageTag> language, List<SrxRule> rules) {
    Map<String, List<SrxRule>> more = new HashMap<>(own);
    more.put(language.map(LanguageTag::key).orElse(EVERY_LANGUAGE), List.copyOf(rules));
    return new Segmenter(document, Optional.of(root.orElse(this)), more, models);
  }

  /**
   * This segmenter with a trained model that is asked at each place where a rule of the SRX
   * document decides; {@linkplain #with(Optional, List) given rules} it cannot overrule.
   */
  public Segmenter with(LanguageTag language, BreakModel model) {
    Map<String, BreakModel> more = new HashMap<>(models);
    more.put(language.key(), model);
    return new Segmenter(document, Optional.of(root.orElse(this)), own, more);
  }

  /**
   * Holds a person's rule to what can be run on any text in time linear in its length.
   *
   * @throws SrxException if it cannot; the message is one sentence that names the side, the place
   *     in it and what to do
   */
  public static void check(SrxRule rule) throws SrxException {
    RuleCheck.check(rule);
  }

  /**
   * Whether a rule breaks behind any word with a full stop, as the last rule of many a file does:
   * where it comes before others, it leaves them nothing to hold.
   *
   * @throws SrxException if the rule cannot be used
   */
  public static boolean breaksBehindAnyWord(SrxRule rule) throws SrxException {
    return GeneralBreak.is(rule);
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
    new Run(language, paragraph, sentences, (at, breaks, by) -> {}).split(0, paragraph.length(), 0);
    return List.copyOf(sentences);
  }

  /**
   * What decided each place of a paragraph where a rule would break, in order.
   *
   * @throws RunawayRuleException as {@link #split} does
   */
  public List<Decision> explain(LanguageTag language, String paragraph) {
    TreeMap<Integer, Decision> decisions = new TreeMap<>();
    new Run(
            language,
            paragraph,
            new ArrayList<>(),
            (at, breaks, by) ->
                decisions.put(at, new Decision(at, breaks, described(breaks, by), by)))
        .split(0, paragraph.length(), 0);
    return List.copyOf(decisions.values());
  }

  private static String described(boolean breaks, SrxRule by) {
    return breaks == by.breaks()
        ? by.reason()
        : "the model trained on the desk's texts, against " + by.reason();
  }

  private interface Listener {
    void decided(int at, boolean breaks, SrxRule by);
  }

  /** One paragraph being split. */
  private final class Run {
    private final Rules rules;
    private final String text;
    private final List<Sentence> sentences;
    private final Listener listener;
    private final Optional<BreakModel.Reader> model;
    private final Set<SrxRule> given;

    Run(LanguageTag language, String text, List<Sentence> sentences, Listener listener) {
      this.rules = rules(language);
      this.text = text;
      this.sentences = sentences;
      this.listener = listener;
      this.model =
          models.isEmpty()
              ? Optional.empty()
              : Optional.ofNullable(models.get(language.key())).map(m -> m.reader(text));
      this.given = model.isEmpty() ? Set.of() : Set.copyOf(given(language));
    }

    private boolean breaks(int from, int to, int at, SrxRule by) {
      return model.isEmpty() || given.contains(by)
          ? by.breaks()
          : model.get().breaks(from, to, at).orElse(by.breaks());
    }

    void split(int from, int to, int pass) {
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
            boolean here = breaks(start, end, at, by);
            listener.decided(at, here, by);
            (here ? breaks : held).add(at);
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
            split(first, last, pass + 1);
          } else {
            sentences.add(new Sentence(first, last));
          }
        }
        begin = until;
      }
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

  private List<SrxRule> given(LanguageTag language) {
    List<SrxRule> given = new ArrayList<>(own.getOrDefault(language.key(), List.of()));
    given.addAll(own.getOrDefault(EVERY_LANGUAGE, List.of()));
    return given;
  }

  private Rules rules(LanguageTag language) {
    Rules known = byLanguage.get(language.value());
    if (known != null) {
      return known;
    }
    List<SrxRule> given = given(language);
    if (given.isEmpty() && root.isPresent()) {
      return root.get().rules(language);
    }
    List<SrxRule> all = new ArrayList<>(given);
    all.addAll(document.rulesFor(language));
    Rules made =
        byRules.computeIfAbsent(
            all,
            srx -> {
              try {
                return new Rules(srx);
              } catch (SrxException e) {
                throw new IllegalStateException(e.getMessage(), e);
              }
            });
    byLanguage.put(language.value(), made);
    return made;
  }
}
