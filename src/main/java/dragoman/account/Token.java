package dragoman.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A bearer token that lets a program act for a person; its secret is shown once, when it is made.
 *
 * @param id its number
 * @param person for whom it acts
 * @param label what it is for
 * @param createdAt when it was made
 * @param usedAt when it was last used, to the hour
 */
public record Token(
    long id, Person person, String label, Instant createdAt, Optional<Instant> usedAt) {}
