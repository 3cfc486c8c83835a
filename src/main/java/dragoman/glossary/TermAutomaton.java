package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.Inflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All terms of a language in one tree of words. An edge is labelled with the stem that every form
 * of its word begins with, so that a word of a text finds its edges by its own beginnings, and the
 * inflection then decides. The time for a text does not grow with the number of terms.
 */
final class TermAutomaton {
  private final Inflection inflection;
  private final Node root = new Node();
  private int longestStem;

  /** Builds the tree; never changed afterwards. */
  TermAutomaton(Inflection inflection, List<Pattern> patterns) {
    this.inflection = inflection;
    for (Pattern pattern : patterns) {
      Node node = root;
      for (String word : pattern.words()) {
        node = node.child(word, inflection.stem(word));
        longestStem = Math.max(longestStem, inflection.stem(word).length());
      }
      node.ends.add(pattern);
    }
  }

  /**
   * A pattern that stands in a text.
   *
   * @param first index of its first word
   * @param last index of its last word
   * @param alone whether it is no part of another name
   */
  record Hit(Pattern pattern, int first, int last, boolean alone, List<Folding.Word> words) {
    int start() {
      return words.get(first).start();
    }

    int end() {
      return words.get(last).end();
    }
  }

  /** Every term anywhere in the text, nested and overlapping ones too. */
  List<Hit> all(List<Folding.Word> words) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      walk(root, words, i, i, hits);
    }
    return hits;
  }

  /** The terms of the text, the longest where several overlap, in order of place. */
  List<Hit> longest(List<Folding.Word> words) {
    return longest(all(words), words.size());
  }

  /** Of overlapping hits the one with most words, then most letters, then the first. */
  static List<Hit> longest(List<Hit> all, int words) {
    if (all.size() < 2) {
      return all;
    }
    List<Hit> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingInt((Hit h) -> h.first() - h.last())
            .thenComparingInt(h -> h.start() - h.end())
            .thenComparingInt(Hit::first));
    Hit[] taken = new Hit[words];
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : sorted) {
      Hit owner = taken[hit.first()];
      boolean same = owner != null && owner.first() == hit.first() && owner.last() == hit.last();
      if (same || free(taken, hit)) {
        for (int i = hit.first(); i <= hit.last(); i++) {
          taken[i] = hit;
        }
        kept.add(hit);
      }
    }
    kept.sort(Comparator.comparingInt(Hit::first));
    return kept;
  }

  private static boolean free(Hit[] taken, Hit hit) {
    for (int i = hit.first(); i <= hit.last(); i++) {
      if (taken[i] != null) {
        return false;
      }
    }
    return true;
  }

  private void walk(Node node, List<Folding.Word> words, int first, int at, List<Hit> hits) {
    String word = words.get(at).folded();
    for (int onset : inflection.onsets(word)) {
      int longest = Math.min(word.length(), onset + longestStem);
      for (int end = onset + 1; end <= longest; end++) {
        List<Edge> edges = node.edges.get(word.substring(onset, end));
        if (edges != null) {
          follow(edges, words, first, at, hits);
        }
      }
    }
  }

  private void follow(
      List<Edge> edges, List<Folding.Word> words, int first, int at, List<Hit> hits) {
    for (Edge edge : edges) {
      if (!inflection.accepts(edge.word, words.get(at).folded())) {
        continue;
      }
      for (Pattern pattern : edge.to.ends) {
        if (pattern.allows(words, first) && isNew(hits, pattern, first, at)) {
          hits.add(new Hit(pattern, first, at, standsAlone(words, first, at), words));
        }
      }
      if (at + 1 < words.size() && !edge.to.edges.isEmpty()) {
        walk(edge.to, words, first, at + 1, hits);
      }
    }
  }

  private boolean standsAlone(List<Folding.Word> words, int first, int last) {
    return inflection.standsAlone(
        first == 0 ? "" : words.get(first - 1).form(),
        words.get(last).form(),
        last + 1 == words.size() ? "" : words.get(last + 1).form(),
        Inflection.Fit.FORM);
  }

  /** Two onsets of a word can lead to one term. */
  private static boolean isNew(List<Hit> hits, Pattern pattern, int first, int last) {
    for (int i = hits.size() - 1; i >= 0 && hits.get(i).first() == first; i--) {
      Hit hit = hits.get(i);
      if (hit.last() == last
          && hit.pattern().term() == pattern.term()
          && hit.pattern().concept() == pattern.concept()) {
        return false;
      }
    }
    return true;
  }

  private static final class Node {
    private final Map<String, List<Edge>> edges = new HashMap<>();
    private final List<Pattern> ends = new ArrayList<>();

    Node child(String word, String stem) {
      List<Edge> own = edges.computeIfAbsent(stem, s -> new ArrayList<>(1));
      for (Edge edge : own) {
        if (edge.word.equals(word)) {
          return edge.to;
        }
      }
      Edge edge = new Edge(word, new Node());
      own.add(edge);
      return edge.to;
    }
  }

  private record Edge(String word, Node to) {}
}
