package dragoman.web;

import dragoman.account.Accounts;
import dragoman.account.Permission;
import dragoman.account.Person;
import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.glossary.Proposals;
import dragoman.glossary.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells everyone concerned what is proposed, and what becomes of it. */
final class TermNews {
  private final Accounts accounts;
  private final Glossary glossary;
  private final EventHub hub;

  TermNews(Accounts accounts, Glossary glossary, EventHub hub) {
    this.accounts = accounts;
    this.glossary = glossary;
    this.hub = hub;
  }

  /** Tells the maintainers. */
  void proposed(Concept concept, String why, String who) {
    List<Person> maintainers =
        accounts.people().list().stream()
            .filter(Permission.KEEP_GLOSSARY::allows)
            .filter(p -> !p.name().equals(who))
            .toList();
    String terms =
        concept.terms().stream()
            .filter(t -> t.state() == dragoman.glossary.State.PROPOSED)
            .map(Term::text)
            .collect(Collectors.joining(" · "));
    tell(
        maintainers,
        who,
        who + " proposes “" + terms + "”" + said(why) + ".",
        "/glossary?state=proposed&concept=" + concept.id());
  }

  /** Tells whoever proposed it that it is approved, where it is by this change. */
  void decided(Concept before, Concept after, String why, String who) {
    if (!Proposals.open(before) || Proposals.open(after)) {
      return;
    }
    boolean same = texts(before).equals(texts(after));
    tell(
        proposers(before.id(), who),
        who,
        who
            + (same ? " approved “" : " changed and approved “")
            + name(after)
            + "”"
            + said(why)
            + ".",
        "/glossary?concept=" + before.id());
  }

  /** Tells whoever proposed it that it is declined. */
  void declined(Concept concept, String why, String who) {
    tell(
        proposers(concept.id(), who),
        who,
        who + " declined “" + name(concept) + "”" + said(why) + ".",
        "/glossary?search="
            + java.net.URLEncoder.encode(name(concept), java.nio.charset.StandardCharsets.UTF_8));
  }

  private List<Person> proposers(long concept, String who) {
    Set<String> names = glossary.proposals().proposers(concept);
    return accounts.people().list().stream()
        .filter(p -> p.active() && names.contains(p.name()) && !p.name().equals(who))
        .toList();
  }

  private void tell(Collection<Person> people, String who, String text, String link) {
    if (people.isEmpty()) {
      return;
    }
    accounts.notices().tell(people, who, text, link);
    hub.publish(
        OptionalLong.empty(), "notice", Map.of("people", people.stream().map(Person::id).toList()));
  }

  private static String said(String why) {
    return why.isEmpty() ? "" : ": “" + why + "”";
  }

  private static Set<String> texts(Concept concept) {
    return concept.terms().stream()
        .map(t -> t.language() + " " + t.text() + " " + t.status())
        .collect(Collectors.toSet());
  }

  private static String name(Concept concept) {
    return concept.terms().stream()
        .map(Term::text)
        .distinct()
        .limit(2)
        .collect(Collectors.joining(" · "));
  }
}
