package dragoman.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how far a file has been read; in a pipe it shows nothing. */
final class Progress {
  private static final long MEBIBYTE = 1 << 20;

  private Progress() {}

  /**
   * Opens a file whose reading is shown.
   *
   * @throws CommandException if there is no such file or it cannot be read
   */
  static InputStream reading(Path file, String task) {
    try {
      if (Files.isDirectory(file)) {
        throw new CommandException(file + " is a folder; name a file.");
      }
      InputStream in = Files.newInputStream(file);
      if (System.console() == null) {
        return in;
      }
      ProgressBarBuilder bar =
          ProgressBar.builder()
              .setTaskName(task)
              .setInitialMax(Files.size(file))
              .setUnit("MiB", MEBIBYTE)
              .setStyle(ProgressBarStyle.ASCII);
      return ProgressBar.wrap(in, bar);
    } catch (IOException e) {
      throw new CommandException(
          "There is no file " + file + " that can be read; check its name.", e);
    }
  }
}
