package dragoman.dispatch;

import dragoman.alignment.Signs;
import dragoman.language.LanguageTag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds which documents of an archive are one dispatch in several languages: first by their names,
 * then, where names do not tell, by what they share, of the same days. What is found by content is
 * the best of both sides and clearly better than the next.
 */
public final class ArchivePairing {
  private static final double LEAST_ALIKE = 0.12;
  private static final double CLEARER = 1.3;
  private static final long DAYS_APART = 2;

  /** What so large a part of all documents has tells none of them. */
  private static final double COMMON = 0.25;

  private final Archive archive;
  private final List<LanguageTag> languages;
  private final List<Entry> entries = new ArrayList<>();
  private final Signs signs = new Signs();

  /** How a set was found. */
  public enum How {
    /** Their names differ in the language alone. */
    NAME,
    /** They share numbers and names, and no day speaks against it. */
    CONTENT
  }

  /**
   * Documents that are one dispatch.
   *
   * @param names by language, in the order of the languages; some may lack
   */
  public record Bundle(Map<LanguageTag, String> names, How how) {}

  /** What was found. */
  public record Paired(List<Bundle> sets, List<String> alone) {}

  private record Entry(
      String name, LanguageTag language, Optional<LocalDate> dated, Set<String> signs) {}

  private static final class Cluster {
    final Map<LanguageTag, Entry> entries = new TreeMap<>();
    How how = How.NAME;
  }

  /**
   * @param languages that are wanted, the most important first
   */
  public ArchivePairing(Archive archive, List<LanguageTag> languages) {
    this.archive = archive;
    this.languages = List.copyOf(languages);
  }

  /** Takes a document in; its text is not kept. */
  public void add(ArchiveText document) {
    entries.add(
        new Entry(
            document.name(),
            document.text().language(),
            document.dated(),
            signs.of(document.text())));
  }

  /** Puts the documents together. */
  public Paired pair() {
    List<Cluster> clusters = byName();
    Map<String, Double> weights = weights();
    for (int a = 0; a < languages.size(); a++) {
      for (int b = a + 1; b < languages.size(); b++) {
        byContent(clusters, languages.get(a), languages.get(b), weights);
      }
    }
    List<Bundle> sets = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (Cluster cluster : clusters) {
      Map<LanguageTag, String> names = new LinkedHashMap<>();
      for (LanguageTag language : languages) {
        Optional.ofNullable(cluster.entries.get(language))
            .ifPresent(entry -> names.put(language, entry.name()));
      }
      if (names.size() > 1) {
        sets.add(new Bundle(names, cluster.how));
      } else {
        alone.addAll(names.values());
      }
    }
    return new Paired(sets, alone);
  }

  private List<Cluster> byName() {
    Map<String, List<Entry>> byStem = new TreeMap<>();
    for (Entry entry : entries) {
      byStem.computeIfAbsent(archive.stem(entry.name()), stem -> new ArrayList<>()).add(entry);
    }
    List<Cluster> clusters = new ArrayList<>();
    byStem.forEach(
        (stem, same) -> {
          boolean clear =
              !stem.isEmpty()
                  && same.stream().map(Entry::language).distinct().count() == same.size();
          Cluster together = new Cluster();
          for (Entry entry : same) {
            Cluster own = clear ? together : new Cluster();
            own.entries.put(entry.language(), entry);
            if (!clear || own.entries.size() == 1) {
              clusters.add(own);
            }
          }
        });
    return clusters;
  }

  /** The rarer a sign, the more it weighs; what is everywhere weighs nothing. */
  private Map<String, Double> weights() {
    Map<String, Integer> counts = new HashMap<>();
    entries.forEach(entry -> entry.signs().forEach(sign -> counts.merge(sign, 1, Integer::sum)));
    double most = Math.max(languages.size() + 1, COMMON * entries.size());
    Map<String, Double> weights = new HashMap<>();
    counts.forEach(
        (sign, count) ->
            weights.put(sign, count > most ? 0 : Math.log(1 + (double) entries.size() / count)));
    return weights;
  }

  private record Candidate(Cluster left, Cluster right, double alike) {}

  private static void byContent(
      List<Cluster> clusters, LanguageTag a, LanguageTag b, Map<String, Double> weights) {
    Map<String, List<Cluster>> bySign = new HashMap<>();
    List<Cluster> lefts = new ArrayList<>();
    for (Cluster cluster : clusters) {
      boolean hasA = cluster.entries.containsKey(a);
      boolean hasB = cluster.entries.containsKey(b);
      if (hasA && !hasB) {
        lefts.add(cluster);
      } else if (hasB && !hasA) {
        for (String sign : cluster.entries.get(b).signs()) {
          if (weights.get(sign) > 0) {
            bySign.computeIfAbsent(sign, any -> new ArrayList<>()).add(cluster);
          }
        }
      }
    }
    Map<Cluster, List<Candidate>> ofLeft = new LinkedHashMap<>();
    Map<Cluster, List<Candidate>> ofRight = new LinkedHashMap<>();
    for (Cluster left : lefts) {
      Map<Cluster, Double> shared = new LinkedHashMap<>();
      Entry entry = left.entries.get(a);
      for (String sign : entry.signs()) {
        for (Cluster right : bySign.getOrDefault(sign, List.of())) {
          shared.merge(right, weights.get(sign), Double::sum);
        }
      }
      shared.forEach(
          (right, sum) -> {
            Entry other = right.entries.get(b);
            double alike = sum / Math.sqrt(mass(entry, weights) * mass(other, weights));
            if (alike >= LEAST_ALIKE && ofOneTime(entry, other) && fit(left, right)) {
              Candidate candidate = new Candidate(left, right, alike);
              ofLeft.computeIfAbsent(left, any -> new ArrayList<>()).add(candidate);
              ofRight.computeIfAbsent(right, any -> new ArrayList<>()).add(candidate);
            }
          });
    }
    Set<Cluster> gone = new HashSet<>();
    for (List<Candidate> candidates : ofLeft.values()) {
      Optional<Candidate> best = clear(candidates);
      if (best.isPresent() && best.equals(clear(ofRight.get(best.get().right())))) {
        Cluster left = best.get().left();
        left.entries.putAll(best.get().right().entries);
        left.how = How.CONTENT;
        gone.add(best.get().right());
      }
    }
    clusters.removeAll(gone);
  }

  private static double mass(Entry entry, Map<String, Double> weights) {
    return Math.max(1e-9, entry.signs().stream().mapToDouble(weights::get).sum());
  }

  private static boolean ofOneTime(Entry first, Entry second) {
    return first.dated().isEmpty()
        || second.dated().isEmpty()
        || Math.abs(ChronoUnit.DAYS.between(first.dated().get(), second.dated().get()))
            <= DAYS_APART;
  }

  private static boolean fit(Cluster left, Cluster right) {
    return left.entries.keySet().stream().noneMatch(right.entries::containsKey);
  }

  private static Optional<Candidate> clear(List<Candidate> candidates) {
    List<Candidate> best = new ArrayList<>(candidates);
    best.sort(Comparator.comparingDouble(candidate -> -candidate.alike()));
    boolean sure = best.size() == 1 || best.get(0).alike() >= CLEARER * best.get(1).alike();
    return sure ? Optional.of(best.get(0)) : Optional.empty();
  }
}
