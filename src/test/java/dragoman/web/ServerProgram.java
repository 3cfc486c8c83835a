package dragoman.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The program packed as a jar, with an archive of its loaded classes: a process of it starts in two
 * thirds of the time, which counts where one test starts it twenty times.
 */
final class ServerProgram {
  private final String classPath;
  private final Path archive;

  private ServerProgram(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /** Packs the program into a folder, and starts and ends it once for the archive. */
  static ServerProgram packed(Path folder) throws Exception {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path classes = Path.of(ServerProgram.class.getResource("/dragoman/web/openapi.json").toURI());
    for (int up = 0; up < 3; up++) {
      classes = classes.getParent();
    }
    Path jar = folder.resolve("program.jar");
    pack(classes, jar);
    String libraries =
        Stream.of(all.split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    ServerProgram program =
        new ServerProgram(jar + File.pathSeparator + libraries, folder.resolve("classes.jsa"));
    Process server =
        program.start("-XX:ArchiveClassesAtExit=" + program.archive, folder.resolve("first"));
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      if (line == null || !line.startsWith("Dragoman is at")) {
        throw new IllegalStateException("The packed program did not start: " + line);
      }
      server.toHandle().destroy();
      if (!server.waitFor(120, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The packed program did not end.");
      }
    } finally {
      server.destroyForcibly();
    }
    return program;
  }

  /** Starts the server on a data folder; its first line of output is its address. */
  Process serve(Path data) throws IOException {
    return start("-XX:SharedArchiveFile=" + archive, data);
  }

  private Process start(String option, Path data) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(option, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m"));
    command.addAll(List.of("-cp", classPath, "dragoman.Dragoman", "serve", "--port", "0"));
    command.addAll(List.of("--data", data.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        // Folders too: migrations are looked for by theirs.
        zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, zip);
        }
      }
    }
  }
}
