package dragoman.quality;

import java.time.Instant;

/**
 * That a finding is right where it stands, as somebody decided.
 *
 * @param id of the decision
 * @param reason what they said of it
 * @param by who
 * @param at when
 */
public record Accepted(long id, String reason, String by, Instant at) {}
