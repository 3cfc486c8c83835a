package dragoman.web;

import dragoman.account.Person;
import dragoman.account.Role;

/** A person as everybody sees them. */
record PersonView(long id, String name, String initials, Role role, boolean active, long version) {
  static PersonView of(Person person) {
    return new PersonView(
        person.id(),
        person.name(),
        person.initials(),
        person.role(),
        person.active(),
        person.version());
  }
}
