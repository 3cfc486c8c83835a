package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Confirms sentences without end and prints each once it is acknowledged; {@link CrashTest} kills
 * it.
 */
final class ConfirmingProcess {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  private ConfirmingProcess() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Database database = Database.inFolder(folder);
        Memories memories = Memories.open(database, folder.resolve("index"))) {
      Memory memory = memories.find("news").orElseGet(() -> memories.create("news", ""));
      for (int i = 0; ; i++) {
        String sentence = "Round" + args[1] + " sentence" + i + " was confirmed.";
        memories.confirm(
            new Confirmation(
                memory.id(),
                EN,
                TaggedText.of(sentence),
                AZ,
                TaggedText.of("az " + sentence),
                new Context(EN, Optional.of(""), Optional.of("")),
                "Leyla",
                OptionalLong.empty(),
                Map.of("segment", args[1] + "/" + i)));
        out.println(sentence);
      }
    }
  }
}
