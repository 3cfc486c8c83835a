package dragoman.exchange;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.glossary.Term.Status;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A glossary as the table that {@link GlossaryCsvReader} reads: languages, then the columns of
 * other status and the fields that are used. Approved terms only, since a table has no place for a
 * proposal.
 */
final class GlossaryRows {
  private static final Map<String, Function<Concept, String>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("key", Concept::key);
    FIELDS.put("subjectField", Concept::subjectField);
    FIELDS.put("definition", Concept::definition);
    FIELDS.put("note", Concept::note);
    FIELDS.put("source", Concept::source);
  }

  private final ConceptSource concepts;
  private final Map<String, Function<Concept, String>> columns = new LinkedHashMap<>();

  GlossaryRows(ConceptSource concepts) {
    this.concepts = concepts;
    Map<LanguageTag, List<Status>> languages = new TreeMap<>();
    Map<String, Function<Concept, String>> fields = new LinkedHashMap<>();
    approved(
        concept -> {
          for (Term term : concept.terms()) {
            List<Status> used =
                languages.computeIfAbsent(term.language(), unused -> new ArrayList<>());
            Status column = column(concept, term);
            if (!used.contains(column)) {
              used.add(column);
            }
          }
          FIELDS.forEach(
              (name, field) -> {
                if (!field.apply(concept).isEmpty()) {
                  fields.put(name, field);
                }
              });
        });
    for (Status status : Status.values()) {
      languages.forEach(
          (language, used) -> {
            if (status == Status.PREFERRED || used.contains(status)) {
              columns.put(header(language, status), concept -> cell(concept, language, status));
            }
          });
    }
    FIELDS.keySet().stream()
        .filter(fields::containsKey)
        .forEach(name -> columns.put(name, fields.get(name)));
  }

  List<String> header() {
    return List.copyOf(columns.keySet());
  }

  void each(Consumer<List<String>> row) {
    approved(
        concept -> row.accept(columns.values().stream().map(cell -> cell.apply(concept)).toList()));
  }

  private void approved(Consumer<Concept> consumer) {
    concepts.each(
        concept -> {
          if (concept.state() == State.APPROVED) {
            consumer.accept(concept);
          }
        });
  }

  private static String header(LanguageTag language, Status status) {
    return status == Status.PREFERRED
        ? language.value()
        : language.value() + " " + status.name().toLowerCase(Locale.ROOT);
  }

  /** An admitted term stands behind the preferred one of its language where there is one. */
  private static Status column(Concept concept, Term term) {
    boolean preferred =
        concept.terms().stream()
            .anyMatch(t -> t.language().equals(term.language()) && t.status() == Status.PREFERRED);
    return term.status() == Status.ADMITTED && preferred ? Status.PREFERRED : term.status();
  }

  private static String cell(Concept concept, LanguageTag language, Status status) {
    return concept.terms().stream()
        .filter(t -> t.language().equals(language) && t.state() == State.APPROVED)
        .filter(t -> column(concept, t) == status)
        .sorted((a, b) -> a.status().compareTo(b.status()))
        .map(t -> t.text().replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }
}
