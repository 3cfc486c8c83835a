package dragoman.dispatch;

import dragoman.alignment.Aligner;
import dragoman.alignment.Joint;
import dragoman.alignment.Text;
import dragoman.alignment.TextPair;
import dragoman.alignment.Verdict;
import dragoman.dispatch.AlignmentTrouble.Kind;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds what is wrong with texts that should say the same in the languages given for them. */
public final class AlignmentTroubles {
  /** With fewer letters a detector guesses. */
  private static final int ENOUGH_LETTERS = 200;

  private final Aligner aligner;
  private final LanguageDetector detector;

  /** Looks at letters by the aligner, at words by the detector. */
  public AlignmentTroubles(Aligner aligner, LanguageDetector detector) {
    this.aligner = aligner;
    this.detector = detector;
  }

  /**
   * What can be seen before the texts are aligned.
   *
   * @param names what the texts are called, as “convoy.docx”
   */
  public Optional<AlignmentTrouble> before(List<String> names, List<Text> texts) {
    List<LanguageTag> said = texts.stream().map(Text::language).toList();
    List<Optional<LanguageTag>> seen = texts.stream().map(this::seen).toList();
    Optional<AlignmentTrouble> letters = byLetters(names, texts);
    if (letters.filter(found -> !aboutLanguages(found.kind())).isPresent()) {
      return letters;
    }
    List<LanguageTag> likely =
        IntStream.range(0, texts.size()).mapToObj(k -> seen.get(k).orElse(said.get(k))).toList();
    for (int a = 0; a < said.size(); a++) {
      for (int b = a + 1; b < said.size(); b++) {
        if (said.get(a).meets(said.get(b))) {
          return Optional.of(sameLanguage(names, said, likely, a, b));
        }
      }
    }
    List<Integer> wrong =
        IntStream.range(0, texts.size())
            .filter(k -> !likely.get(k).meets(said.get(k)))
            .boxed()
            .toList();
    if (!wrong.isEmpty()) {
      return Optional.of(wrongLanguages(names, said, likely, wrong));
    }
    return letters;
  }

  /** What the alignment itself says against the texts. */
  public Optional<AlignmentTrouble> after(List<String> names, List<Text> texts, Joint joint) {
    if (joint.objections().isEmpty()) {
      return Optional.empty();
    }
    Joint.Objection first = joint.objections().get(0);
    return Optional.of(
        of(names, texts, first.first(), first.second(), first.verdict(), joint.objections()));
  }

  private Optional<AlignmentTrouble> byLetters(List<String> names, List<Text> texts) {
    for (int a = 0; a < texts.size(); a++) {
      for (int b = a + 1; b < texts.size(); b++) {
        Optional<Verdict> objection = aligner.objection(new TextPair(texts.get(a), texts.get(b)));
        if (objection.isPresent()) {
          return Optional.of(of(names, texts, a, b, objection.get(), List.of()));
        }
      }
    }
    return Optional.empty();
  }

  private AlignmentTrouble of(
      List<String> names,
      List<Text> texts,
      int a,
      int b,
      Verdict verdict,
      List<Joint.Objection> all) {
    List<LanguageTag> said = texts.stream().map(Text::language).toList();
    List<Integer> both = List.of(a, b);
    String two = names.get(a) + " and " + names.get(b);
    return switch (verdict) {
      case EMPTY_SIDE -> {
        int empty = hasWords(texts.get(a)) ? b : a;
        yield new AlignmentTrouble(
            Kind.EMPTY_SIDE,
            names.get(empty) + " has no sentence to align; give the text that is meant.",
            List.of(empty),
            List.of());
      }
      case SAME_TEXT ->
          new AlignmentTrouble(
              Kind.SAME_TEXT,
              two + " are the same text; give its translation for one of them.",
              both,
              List.of());
      case SWAPPED -> {
        List<LanguageTag> exchanged = new ArrayList<>(said);
        exchanged.set(a, said.get(b));
        exchanged.set(b, said.get(a));
        yield swapped(names, both, exchanged);
      }
      case WRONG_LANGUAGE ->
          new AlignmentTrouble(
              Kind.WRONG_LANGUAGE,
              "Of "
                  + two
                  + " one is not in the language that is said ("
                  + name(said.get(a))
                  + " and "
                  + name(said.get(b))
                  + "): most of its letters are of another; correct the language.",
              both,
              List.of());
      case UNRELATED -> {
        Set<Integer> about = new HashSet<>(both);
        all.forEach(
            objection -> {
              about.add(objection.first());
              about.add(objection.second());
            });
        yield new AlignmentTrouble(
            Kind.UNRELATED,
            two
                + " do not seem to say the same: hardly a sentence answers another; give the"
                + " texts that belong together.",
            about.stream().sorted().toList(),
            List.of());
      }
      case ALIGNED -> throw new IllegalArgumentException("Aligned texts are no trouble.");
    };
  }

  private static AlignmentTrouble sameLanguage(
      List<String> names, List<LanguageTag> said, List<LanguageTag> likely, int a, int b) {
    return new AlignmentTrouble(
        Kind.SAME_LANGUAGE,
        names.get(a)
            + " and "
            + names.get(b)
            + " are both said to be in "
            + name(said.get(a))
            + "; say for each what it is written in, or give the translation for one of them.",
        List.of(a, b),
        distinct(likely) ? likely : List.of());
  }

  private static AlignmentTrouble wrongLanguages(
      List<String> names, List<LanguageTag> said, List<LanguageTag> likely, List<Integer> wrong) {
    boolean moved =
        wrong.stream().allMatch(k -> said.stream().anyMatch(other -> other.meets(likely.get(k))));
    if (moved && distinct(likely)) {
      return swapped(names, wrong, likely);
    }
    String each =
        wrong.stream()
            .map(
                k ->
                    names.get(k)
                        + " is said to be in "
                        + name(said.get(k))
                        + " and reads as "
                        + name(likely.get(k)))
            .collect(Collectors.joining("; "));
    return new AlignmentTrouble(
        Kind.WRONG_LANGUAGE,
        each + ": correct the language, or give the text that is meant.",
        wrong,
        distinct(likely) ? likely : List.of());
  }

  private static AlignmentTrouble swapped(
      List<String> names, List<Integer> texts, List<LanguageTag> languages) {
    String each =
        texts.stream()
            .map(k -> names.get(k) + " is " + name(languages.get(k)))
            .collect(Collectors.joining(", "));
    return new AlignmentTrouble(
        Kind.SWAPPED, "The languages are swapped: " + each + "; exchange them.", texts, languages);
  }

  private Optional<LanguageTag> seen(Text text) {
    if (LanguageDetector.DESK.stream().noneMatch(known -> known.meets(text.language()))) {
      return Optional.empty();
    }
    String all = String.join("\n", text.sentences());
    if (all.codePoints().filter(Character::isLetter).limit(ENOUGH_LETTERS).count()
        < ENOUGH_LETTERS) {
      return Optional.empty();
    }
    LanguageTag likeliest = detector.rank(all).get(0);
    return Optional.of(likeliest.meets(text.language()) ? text.language() : likeliest);
  }

  private static boolean aboutLanguages(Kind kind) {
    return kind == Kind.SWAPPED || kind == Kind.WRONG_LANGUAGE;
  }

  private static boolean hasWords(Text text) {
    return text.sentences().stream()
        .anyMatch(sentence -> sentence.codePoints().anyMatch(Character::isLetterOrDigit));
  }

  private static boolean distinct(List<LanguageTag> languages) {
    for (int a = 0; a < languages.size(); a++) {
      for (int b = a + 1; b < languages.size(); b++) {
        if (languages.get(a).meets(languages.get(b))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String name(LanguageTag language) {
    return Locale.forLanguageTag(language.value()).getDisplayLanguage(Locale.ENGLISH);
  }
}
