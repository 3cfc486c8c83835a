package dragoman.cli;

import dragoman.Dragoman;
import dragoman.web.Settings;
import dragoman.web.WebServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server until it is told to stop, and prints the address with a sign-in link. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the server; prints its address with a one-time sign-in link.")
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "port to listen on (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "read the pages from this folder each time, while they are being written")
  private Path pages;

  @Option(
      names = "--demo",
      description = "load the sample glossary, memory and dispatches into an empty data folder")
  private boolean demo;

  @Mixin private DataFolder data;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new CommandException("A port is a number from 0 to 65535, not " + port + ".");
    }
    Dragoman dragoman = data.open();
    CompletableFuture<Void> ready = new CompletableFuture<>();
    WebServer server;
    try {
      server = dragoman.serve(Settings.of(host, port, Optional.ofNullable(pages)), ready);
    } catch (IOException e) {
      dragoman.close();
      throw new CommandException(e.getMessage(), e);
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  dragoman.close();
                },
                "shutdown"));
    String link =
        dragoman.accounts().sessions().link(dragoman.accounts().administrator(), "Dragoman");
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println("Dragoman is at " + server.address() + "/sign-in?link=" + link);
    try {
      if (demo) {
        load(dragoman);
      }
    } finally {
      ready.complete(null);
    }
    new CountDownLatch(1).await();
    return 0;
  }

  /** Without its samples the server is still a server: the failure is told, and it starts. */
  private static void load(Dragoman dragoman) {
    try {
      dragoman.loadDemo();
    } catch (IOException | RuntimeException e) {
      Streams.errors()
          .println(
              "The samples could not be loaded ("
                  + e.getMessage()
                  + "); take away the data folder and start again to have them.");
    }
  }
}
