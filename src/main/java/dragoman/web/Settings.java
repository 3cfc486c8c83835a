package dragoman.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host the address it binds to, as {@code 127.0.0.1}
 * @param port the port; 0 takes a free one
 * @param loopback whether only this machine can reach that address
 * @param pages the folder that the pages are read from while they are being written; empty: the
 *     program's own
 */
public record Settings(String host, int port, boolean loopback, Optional<Path> pages) {
  /**
   * Looks the host up.
   *
   * @throws IOException if there is no such host; the message is one sentence for a person
   */
  public static Settings of(String host, int port, Optional<Path> pages) throws IOException {
    try {
      return new Settings(host, port, InetAddress.getByName(host).isLoopbackAddress(), pages);
    } catch (UnknownHostException e) {
      throw new IOException(
          "“" + host + "” is no address of this machine; use --host 127.0.0.1 or 0.0.0.0.", e);
    }
  }
}
