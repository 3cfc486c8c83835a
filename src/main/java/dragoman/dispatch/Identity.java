package dragoman.dispatch;

/**
 * What a dispatch is called outside: a correction of it keeps the name.
 *
 * @param system who gave the name, as a news system's host; {@code dragoman} for our own
 * @param guid the name there, unique in the system (IPTC NewsML-G2 calls it guid)
 */
public record Identity(String system, String guid) {}
