package dragoman.account;

/** What a person is on the desk; {@link Permission} says what each may do. */
public enum Role {
  /** Works on dispatches. */
  TRANSLATOR,
  /** Also keeps the glossary and the memories. */
  MAINTAINER,
  /** Also sees to dispatches' state and everybody's progress. */
  CHIEF,
  /** Also keeps people, tokens and the audit trail. */
  ADMINISTRATOR
}
