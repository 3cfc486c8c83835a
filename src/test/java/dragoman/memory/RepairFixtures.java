package dragoman.memory;

import dragoman.dispatch.GlossaryNames;
import dragoman.glossary.Concept;
import dragoman.glossary.Term;
import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches with what a translator makes of them, and the glossary that they may use. */
final class RepairFixtures {
  private RepairFixtures() {}

  /**
   * A case.
   *
   * @param from the source's language
   * @param mended what is right; empty where nothing may be claimed
   */
  record Fixture(
      String from,
      String language,
      String source,
      String target,
      String sentence,
      Optional<String> mended) {
    Optional<Repaired> repaired(Repair repair) {
      return repair.repair(
          LanguageTag.of(from),
          LanguageTag.of(language),
          TaggedText.of(source),
          TaggedText.of(target),
          TaggedText.of(sentence));
    }
  }

  static Repair repair() throws IOException {
    List<String> rows = lines("repair-glossary.csv");
    String[] languages = rows.get(0).split(",");
    List<Concept> concepts = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      List<Term> terms = new ArrayList<>();
      for (int i = 0; i < cells.length; i++) {
        terms.add(Term.of(LanguageTag.of(languages[i]), cells[i], Term.Status.PREFERRED));
      }
      concepts.add(Concept.draft(cells[0], terms));
    }
    return new Repair(new GlossaryNames(TermBase.of(concepts)));
  }

  static List<Fixture> of(String language) throws IOException {
    List<Fixture> fixtures = new ArrayList<>();
    for (String line : lines("repair.tsv")) {
      String[] cells = line.split("\t");
      // az, or ru-az where the source is not English
      boolean english = cells[0].indexOf('-') < 0;
      String to = english ? cells[0] : cells[0].substring(cells[0].indexOf('-') + 1);
      if (to.equals(language)) {
        boolean none = cells[4].equals("-");
        fixtures.add(
            new Fixture(
                english ? "en" : cells[0].substring(0, cells[0].indexOf('-')),
                language,
                cells[1],
                cells[2],
                cells[3],
                none ? Optional.empty() : Optional.of(cells[4])));
      }
    }
    return fixtures;
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = RepairFixtures.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
