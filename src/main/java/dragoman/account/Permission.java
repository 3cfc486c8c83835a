package dragoman.account;

/**
 * A thing that not everybody may do. This is the one place that says who may do what: every other
 * room asks {@link #allows}.
 */
public enum Permission {
  /** Read dispatches, memories and the glossary, and translate. */
  TRANSLATE(Role.TRANSLATOR, "translate"),
  /** Propose a concept or a term. */
  PROPOSE_TERMS(Role.TRANSLATOR, "propose terms"),
  /** Change, approve and import terms. */
  KEEP_GLOSSARY(Role.MAINTAINER, "change the glossary"),
  /** Change the rules of where sentences end, and switch on models of it. */
  KEEP_SPLITTING(Role.MAINTAINER, "change how text is split"),
  /** Make memories, change and import their units. */
  KEEP_MEMORIES(Role.MAINTAINER, "change memories"),
  /** Delete dispatches. */
  DELETE_DISPATCHES(Role.CHIEF, "delete dispatches"),
  /** Add and change people, and read the audit trail. */
  KEEP_PEOPLE(Role.ADMINISTRATOR, "change people");

  private final Role least;
  private final String words;

  Permission(Role least, String words) {
    this.least = least;
    this.words = words;
  }

  /** Whether this person may do it; someone who is no longer active may do nothing. */
  public boolean allows(Person person) {
    return person.active() && person.role().compareTo(least) >= 0;
  }

  /** What is permitted, as it follows “may”, as {@code change the glossary}. */
  public String words() {
    return words;
  }
}
