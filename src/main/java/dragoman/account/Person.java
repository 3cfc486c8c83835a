package dragoman.account;

/**
 * Somebody who works with the program.
 *
 * @param id their number
 * @param name as the desk writes it, unique, NFC
 * @param initials one to eight characters, beside what they changed
 * @param role what they are on the desk
 * @param active whether they may sign in
 * @param hasPassword whether they can sign in by name and password
 * @param version changes with every change
 */
public record Person(
    long id,
    String name,
    String initials,
    Role role,
    boolean active,
    boolean hasPassword,
    long version) {}
