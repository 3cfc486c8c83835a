package dragoman.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that answer each other by themselves: numbers, meanings, sounds. */
final class Anchors {
  private static final double ALIKE = 0.55;
  private static final double LIGHTEST = 1.6;
  private static final double HEAVY = 4;
  private static final int MANY = 2500;

  /** In long texts, where much sounds a little alike by chance, weaker likeness is left out. */
  private static final double FAINT = 0.2;

  /** In long texts a name is looked up by this many consonants, and by its first ones only. */
  private static final int LONG_KEY = 3;

  private static final char[] GROUPS = groups("pbfv", "td", "kgxqj", "szcSZCJ", "m", "n", "l", "r");

  private Anchors() {}

  /** Numbers with the same digits. */
  static Links numbers(Side source, Side target) {
    Map<String, Integer> places = new HashMap<>();
    for (int t = 0; t < target.tokens().size(); t++) {
      Token token = target.tokens().get(t);
      if (token.number()) {
        places.put(token.form(), t);
      }
    }
    Links.Builder links = new Links.Builder(source.tokens().size(), target.tokens().size());
    for (int s = 0; s < source.tokens().size(); s++) {
      Token token = source.tokens().get(s);
      if (token.number() && places.containsKey(token.form())) {
        links.add(s, places.get(token.form()), 1);
      }
    }
    return links.build();
  }

  /** Words, or a word and a number, that share a meaning. */
  static Links meanings(Side source, Side target) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int t = 0; t < target.tokens().size(); t++) {
      for (String meaning : target.tokens().get(t).meanings()) {
        places.computeIfAbsent(meaning, any -> new ArrayList<>()).add(t);
      }
    }
    Links.Builder links = new Links.Builder(source.tokens().size(), target.tokens().size());
    for (int s = 0; s < source.tokens().size(); s++) {
      Set<Integer> answers = new HashSet<>();
      Token token = source.tokens().get(s);
      for (String meaning : token.meanings()) {
        answers.addAll(places.getOrDefault(meaning, List.of()));
      }
      for (int t : answers) {
        if (!token.number() || !target.tokens().get(t).number()) {
          links.add(s, t, 1);
        }
      }
    }
    return links.build();
  }

  /** Words that sound alike; those of two consonants only where they sound very much alike. */
  static Links sounds(Side source, Side target) {
    int keyLength = source.tokens().size() + target.tokens().size() > MANY ? LONG_KEY : 2;
    double faintest = keyLength == LONG_KEY ? FAINT : 0;
    Map<String, List<Integer>> places = new HashMap<>();
    for (int t = 0; t < target.tokens().size(); t++) {
      for (String key : keys(target.tokens().get(t), keyLength)) {
        places.computeIfAbsent(key, any -> new ArrayList<>()).add(t);
      }
    }
    Links.Builder links = new Links.Builder(source.tokens().size(), target.tokens().size());
    int[] seenBy = new int[target.tokens().size()];
    for (int s = 0; s < source.tokens().size(); s++) {
      Token token = source.tokens().get(s);
      for (String key : keys(token, keyLength)) {
        for (int t : places.getOrDefault(key, List.of())) {
          if (seenBy[t] != s + 1) {
            seenBy[t] = s + 1;
            double strength = alike(token, target.tokens().get(t));
            if (strength > faintest) {
              links.add(s, t, (float) strength);
            }
          }
        }
      }
    }
    return links.build();
  }

  /** From 0 to 1: how surely two words are one name or one borrowed word. */
  static double alike(Token first, Token second) {
    double weight = Math.min(first.weight(), second.weight());
    if (weight < LIGHTEST) {
      return 0;
    }
    double similarity = SoundDistance.similarity(first.sounds(), second.sounds());
    boolean spelled =
        !first.letters().equals(first.sounds()) || !second.letters().equals(second.sounds());
    if (spelled && !first.letters().isEmpty() && !second.letters().isEmpty()) {
      similarity =
          Math.max(similarity, SoundDistance.similarity(first.letters(), second.letters()));
    }
    double excess = Math.max(0, (similarity - ALIKE) / (1 - ALIKE));
    return excess * excess * Math.min(1, weight / HEAVY);
  }

  /** The classes of a word's first consonants, and in short texts of those behind the first. */
  private static Set<String> keys(Token token, int length) {
    Set<String> keys = new HashSet<>();
    if (!token.number()) {
      addKeys(token.sounds(), length, keys);
      addKeys(token.letters(), length, keys);
    }
    return keys;
  }

  /** The classes of a word's first consonants, if it has enough of them to tell names apart. */
  static Set<String> longKeys(Token token) {
    Set<String> keys = keys(token, LONG_KEY + 1);
    keys.removeIf(key -> key.length() <= LONG_KEY);
    return keys;
  }

  private static char[] groups(String... groups) {
    char[] numbers = new char[128];
    for (int k = 0; k < groups.length; k++) {
      for (char sound : groups[k].toCharArray()) {
        numbers[sound] = (char) ('1' + k);
      }
    }
    return numbers;
  }

  private static void addKeys(String sounds, int length, Set<String> keys) {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < sounds.length() && classes.length() <= length; i++) {
      if (GROUPS[sounds.charAt(i)] > 0) {
        classes.append(GROUPS[sounds.charAt(i)]);
      }
    }
    if (classes.length() >= 2) {
      keys.add(classes.substring(0, Math.min(length, classes.length())));
    }
    if (classes.length() > length && length < LONG_KEY) {
      keys.add(classes.substring(1));
    }
  }
}
