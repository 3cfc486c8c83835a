package dragoman.dispatch;

import dragoman.segmentation.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The joins and splits of a dispatch, done again on the sentences that the rules make of a newer
 * version of it: wherever the same words stand around the place, up to three on each side.
 */
final class Choices {
  static final Choices NONE = new Choices(List.of());
  private static final int WORDS = 3;
  private static final String SPACE = "[\\s\\p{Z}]+";
  private static final String WORD = "[\\p{L}\\p{M}\\p{N}]";

  private final List<Choice> choices;
  private final Set<Long> used = new HashSet<>();

  /** Choices in the order in which they were made: the last one at a place holds. */
  Choices(List<SplittingExample> examples) {
    this.choices = examples.stream().map(Choice::new).toList();
  }

  private record Choice(SplittingExample example, Pattern place) {
    Choice(SplittingExample example) {
      this(example, pattern(example));
    }
  }

  /** Whether two choices are about the same words. */
  static boolean samePlace(SplittingExample one, SplittingExample other) {
    return words(one).equals(words(other)) && one.gap().isEmpty() == other.gap().isEmpty();
  }

  /** How many of the choices found their place so far. */
  int used() {
    return used.size();
  }

  /** A paragraph's sentences as the choices want them. */
  List<Sentence> applied(String plain, List<Sentence> sentences) {
    List<Sentence> places = new ArrayList<>(sentences);
    for (Choice choice : choices) {
      Matcher found = choice.place().matcher(plain);
      for (int from = 0; found.find(from); from = found.start() + 1) {
        Gap gap = new Gap(found.end(1), found.start(2));
        boolean done =
            choice.example().kind() == SplittingExample.Kind.JOIN
                ? join(places, gap)
                : split(places, gap);
        if (done) {
          used.add(choice.example().id());
        }
      }
    }
    return places;
  }

  private static boolean join(List<Sentence> places, Gap gap) {
    for (int i = 0; i < places.size(); i++) {
      Sentence first = places.get(i);
      if (gap.inside(first)) {
        return true;
      }
      if (i + 1 < places.size()
          && first.end() == gap.start()
          && places.get(i + 1).start() == gap.end()) {
        places.set(i, new Sentence(first.start(), places.get(i + 1).end()));
        places.remove(i + 1);
        return true;
      }
    }
    return false;
  }

  private static boolean split(List<Sentence> places, Gap gap) {
    for (int i = 0; i < places.size(); i++) {
      Sentence place = places.get(i);
      if (gap.inside(place)) {
        places.set(i, new Sentence(place.start(), gap.start()));
        places.add(i + 1, new Sentence(gap.end(), place.end()));
        return true;
      }
      if (place.end() == gap.start()) {
        return true;
      }
    }
    return false;
  }

  /** The white space between the words on both sides of a place; may be empty. */
  private record Gap(int start, int end) {
    boolean inside(Sentence place) {
      return place.start() < start && end < place.end();
    }
  }

  /** The words before the place as group 1, those behind it as group 2. */
  private static Pattern pattern(SplittingExample example) {
    List<List<String>> words = words(example);
    return Pattern.compile(
        "(?<!"
            + WORD
            + ")("
            + together(words.get(0))
            + ")"
            + (example.gap().isEmpty() ? "" : SPACE)
            + "("
            + together(words.get(1))
            + ")(?!"
            + WORD
            + ")");
  }

  private static String together(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining(SPACE));
  }

  private static List<List<String>> words(SplittingExample example) {
    List<String> before = Arrays.asList(example.before().strip().split(SPACE));
    List<String> after = Arrays.asList(example.after().strip().split(SPACE));
    return List.of(
        before.subList(Math.max(0, before.size() - WORDS), before.size()),
        after.subList(0, Math.min(after.size(), WORDS)));
  }
}
