package dragoman.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host the address it binds to, as {@code 127.0.0.1}
 * @param port the port; 0 takes a free one
 * @param pages the folder that the pages are read from while they are being written; empty: the
 *     program's own
 */
public record Settings(String host, int port, Optional<Path> pages) {}
