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
  private static final String KEYS = "pbfv.td.kgxqj.szcSZCJ.m.n.l.r";

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
    int keyLength = source.tokens().size() + target.tokens().size() > MANY ? 3 : 2;
    Map<String, List<Integer>> places = new HashMap<>();
    for (int t = 0; t < target.tokens().size(); t++) {
      for (String key : keys(target.tokens().get(t), keyLength)) {
        places.computeIfAbsent(key, any -> new ArrayList<>()).add(t);
      }
    }
    Links.Builder links = new Links.Builder(source.tokens().size(), target.tokens().size());
    for (int s = 0; s < source.tokens().size(); s++) {
      Token token = source.tokens().get(s);
      Set<Integer> candidates = new HashSet<>();
      for (String key : keys(token, keyLength)) {
        candidates.addAll(places.getOrDefault(key, List.of()));
      }
      for (int t : candidates) {
        double strength = alike(token, target.tokens().get(t));
        if (strength > 0) {
          links.add(s, t, (float) strength);
        }
      }
    }
    return links.build();
  }

  /** From 0 to 1: how surely two words are one name or one borrowed word. */
  static double alike(Token first, Token second) {
    double weight =
        Math.min(SoundDistance.weight(first.sounds()), SoundDistance.weight(second.sounds()));
    if (weight < LIGHTEST) {
      return 0;
    }
    double similarity = SoundDistance.similarity(first.sounds(), second.sounds());
    if (!first.letters().isEmpty() && !second.letters().isEmpty()) {
      similarity =
          Math.max(similarity, SoundDistance.similarity(first.letters(), second.letters()));
    }
    double excess = Math.max(0, (similarity - ALIKE) / (1 - ALIKE));
    return excess * excess * Math.min(1, weight / HEAVY);
  }

  /** The classes of a word's first consonants, and of those behind the first. */
  private static Set<String> keys(Token token, int length) {
    Set<String> keys = new HashSet<>();
    if (!token.number()) {
      addKeys(token.sounds(), length, keys);
      addKeys(token.letters(), length, keys);
    }
    return keys;
  }

  private static void addKeys(String sounds, int length, Set<String> keys) {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < sounds.length() && classes.length() <= length; i++) {
      int at = KEYS.indexOf(sounds.charAt(i));
      if (at >= 0) {
        classes.append(KEYS.substring(0, at).chars().filter(c -> c == '.').count());
      }
    }
    if (classes.length() >= 2) {
      keys.add(classes.substring(0, Math.min(length, classes.length())));
    }
    if (classes.length() > length) {
      keys.add(classes.substring(1));
    }
  }
}
