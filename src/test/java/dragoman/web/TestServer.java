package dragoman.web;

import dragoman.Dragoman;
import dragoman.account.Person;
import dragoman.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The real server on a free loopback port and a folder of its own. */
final class TestServer implements AutoCloseable {
  final Dragoman dragoman;
  final WebServer web;

  TestServer(Path folder) throws IOException {
    this(folder, CompletableFuture.completedFuture(null));
  }

  TestServer(Path folder, CompletableFuture<?> ready) throws IOException {
    this.dragoman = Dragoman.open(folder);
    this.web = dragoman.serve(Settings.of("127.0.0.1", 0, Optional.empty()), ready);
  }

  /** The path of a fresh sign-in link of the administrator. */
  String linkPath() {
    return linkPath(dragoman.accounts().administrator());
  }

  String linkPath(Person person) {
    return "/sign-in?link=" + dragoman.accounts().sessions().link(person, "Test");
  }

  /** A browser that nobody has signed in with. */
  TestClient stranger() {
    return new TestClient(web.address());
  }

  /** A browser of the administrator. */
  TestClient administrator() throws Exception {
    return signedIn(dragoman.accounts().administrator());
  }

  /** A browser of somebody new. */
  TestClient somebody(String name, Role role) throws Exception {
    return signedIn(dragoman.accounts().people().add(name, name.substring(0, 2), role, "Test"));
  }

  TestClient signedIn(Person person) throws Exception {
    TestClient client = stranger();
    client.get(linkPath(person));
    client.takeCsrf();
    return client;
  }

  @Override
  public void close() {
    web.close();
    dragoman.close();
  }
}
