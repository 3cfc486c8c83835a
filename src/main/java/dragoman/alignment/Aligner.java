package dragoman.alignment;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds which sentences of two texts answer which, without any dictionary: from lengths, numbers,
 * dates, measures, names that sound alike, punctuation and paragraphs first, and a second time with
 * a lexicon that was learned from what was sure. Many pairs aligned together teach one lexicon.
 *
 * <p>Time and memory grow with the length of the texts, not with its square. An aligner keeps what
 * it knows of languages; it may be used by several threads.
 */
public final class Aligner {
  /** Beads at or above this confidence teach the lexicon. */
  private static final double SURE = 0.5;

  /** Characters added to both texts, so that the ratio of short ones stays near one. */
  private static final double STEADY = 300;

  private final Sounds sounds = new Sounds();
  private final Map<LanguageTag, Meanings> meanings = new HashMap<>();

  /**
   * Aligns two texts of which the paragraphs are not known.
   *
   * @param from language of the source
   * @param source its sentences in order
   * @param to language of the target
   * @param target its sentences in order
   */
  public Alignment align(
      LanguageTag from, List<String> source, LanguageTag to, List<String> target) {
    return align(new TextPair(Text.of(from, source), Text.of(to, target)));
  }

  /** Aligns two texts. */
  public Alignment align(TextPair pair) {
    return align(List.of(pair)).get(0);
  }

  /**
   * What can be said against a pair before it is aligned: an empty side, one text twice, letters
   * that are not those of its language. Nothing of what they say is looked at.
   */
  public Optional<Verdict> objection(TextPair pair) {
    return new Writing().objection(pair);
  }

  /**
   * Aligns texts in several languages that all say the same, so that links through any pair agree.
   *
   * @param texts two or more
   */
  public Joint joint(List<Text> texts) {
    return joint(List.of(texts), () -> {}).get(0);
  }

  /**
   * Aligns sets of texts that teach each other: one answer for each set, in their order.
   *
   * @param sets each of two texts or more
   * @param step told twice for each pair of texts of a set
   */
  public List<Joint> joint(List<List<Text>> sets, Runnable step) {
    List<Joining> joinings = sets.stream().map(Joining::new).toList();
    List<Alignment> alignments =
        align(joinings.stream().flatMap(joining -> joining.pairs().stream()).toList(), step);
    List<Joint> joints = new ArrayList<>();
    int next = 0;
    for (Joining joining : joinings) {
      int end = next + joining.pairs().size();
      joints.add(joining.joint(alignments.subList(next, end)));
      next = end;
    }
    return joints;
  }

  /** Aligns pairs that teach each other: one answer for each pair, in their order. */
  public List<Alignment> align(List<TextPair> pairs) {
    return align(pairs, () -> {});
  }

  /**
   * Aligns pairs that teach each other.
   *
   * @param step told twice for each pair, so that a person can be shown how far it is
   */
  public List<Alignment> align(List<TextPair> pairs, Runnable step) {
    Readers readers = new Readers();
    Writing writing = new Writing();
    List<Optional<Verdict>> objections = new ArrayList<>();
    List<Work> works = new ArrayList<>();
    for (TextPair pair : pairs) {
      Optional<Verdict> objection = writing.objection(pair);
      objections.add(objection);
      if (objection.isEmpty()) {
        works.add(new Work(pair, readers));
      }
    }
    Map<String, List<Lexicon.Lesson>> lessons = new HashMap<>();
    for (Work work : works) {
      work.first();
      step.run();
      lessons.computeIfAbsent(work.languages, any -> new ArrayList<>()).addAll(work.lessons());
    }
    Map<String, Lexicon> lexicons = new HashMap<>();
    lessons.forEach((languages, taught) -> lexicons.put(languages, Lexicon.learn(taught)));
    Iterator<Work> next = works.iterator();
    List<Alignment> alignments = new ArrayList<>();
    for (Optional<Verdict> objection : objections) {
      if (objection.isPresent()) {
        alignments.add(Alignment.refused(objection.get()));
        step.run();
      } else {
        Work work = next.next();
        alignments.add(work.second(lexicons.get(work.languages)));
      }
      step.run();
    }
    return alignments;
  }

  private Meanings meanings(LanguageTag language) {
    synchronized (meanings) {
      return meanings.computeIfAbsent(language, Meanings::of);
    }
  }

  /** The readers of one batch, a word read once. */
  private final class Readers {
    private final Map<LanguageTag, Reader> readers = new HashMap<>();

    Side read(Text text) {
      return readers
          .computeIfAbsent(text.language(), tag -> new Reader(tag, sounds, meanings(tag)))
          .read(text);
    }
  }

  /**
   * A pair on its way. It is always worked on from the same side, whichever is called the source,
   * so that the answer does not depend on that.
   */
  private static final class Work {
    private final boolean swapped;
    private final String languages;
    private final Blanks sourceBlanks;
    private final Blanks targetBlanks;
    private final Side source;
    private final Side target;
    private final double ratio;
    private List<Bead> beads = List.of();

    Work(TextPair pair, Readers readers) {
      swapped = Order.swapped(pair);
      TextPair ordered = swapped ? pair.swapped() : pair;
      languages = ordered.source().language() + " " + ordered.target().language();
      sourceBlanks = Blanks.without(ordered.source());
      targetBlanks = Blanks.without(ordered.target());
      source = readers.read(sourceBlanks.text());
      target = readers.read(targetBlanks.text());
      ratio = (characters(target) + STEADY) / (characters(source) + STEADY);
    }

    void first() {
      beads = Pass.align(source, target, ratio, anchors(), Weights.ANCHORS);
    }

    List<Lexicon.Lesson> lessons() {
      return sure().stream().map(bead -> Lexicon.Lesson.of(source, target, bead)).toList();
    }

    Alignment second(Lexicon lexicon) {
      if (Relation.unrelated(source, target, beads)) {
        return Alignment.refused(Verdict.UNRELATED);
      }
      Map<Witness, Bonds> bonds = anchors();
      bonds.put(Witness.LEXICON, lexicon.bonds(source, target, sure()));
      List<Bead> again =
          Pass.align(source, target, ratio, bonds, Weights.taught(lexicon.lessons()));
      Alignment alignment =
          new Alignment(Blanks.restore(again, sourceBlanks, targetBlanks), Verdict.ALIGNED);
      return swapped ? alignment.swapped() : alignment;
    }

    private List<Bead> sure() {
      return beads.stream().filter(bead -> !bead.open() && bead.confidence() >= SURE).toList();
    }

    private Map<Witness, Bonds> anchors() {
      Map<Witness, Bonds> bonds = new EnumMap<>(Witness.class);
      bonds.put(Witness.NUMBER, Anchors.numbers(source, target));
      bonds.put(Witness.MEANING, Anchors.meanings(source, target));
      bonds.put(Witness.SOUND, Anchors.sounds(source, target));
      return bonds;
    }

    private static double characters(Side side) {
      double sum = 0;
      for (int length : side.lengths()) {
        sum += length;
      }
      return sum;
    }
  }
}
