package dragoman.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import dragoman.memory.Confirmation;
import dragoman.memory.Context;
import dragoman.memory.Kind;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Query;
import dragoman.memory.UnitWriter;
import dragoman.storage.Database;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryRoundTripTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  private Database database;
  private Memories memories;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.inFolder(folder);
    memories = Memories.open(database, folder.resolve("index"));
  }

  @AfterEach
  void close() {
    memories.close();
    database.close();
  }

  @Test
  void aMemoryThatGoesOutAndComesInIsTheSameMemory() throws IOException {
    Memory first = memories.create("First", "");
    try (InputStream sample = getClass().getResourceAsStream("/tmx/news.tmx")) {
      into(first, sample);
    }
    TaggedText source =
        new TaggedText(
            "The road is open.",
            List.of(
                new Tag(4, Tag.Kind.OPEN, 1, "b", "<b>"),
                new Tag(8, Tag.Kind.CLOSE, 1, "b", "</b>")));
    Context context = new Context(EN, Optional.of("Before it."), Optional.of(""));
    memories.confirm(
        new Confirmation(
            first.id(),
            EN,
            source,
            AZ,
            TaggedText.of("Yol açıqdır."),
            context,
            "AM",
            OptionalLong.empty(),
            Map.of("dispatch", "1")));
    String out = tmx(first);
    Memory second = memories.create("Second", "");
    into(second, new ByteArrayInputStream(out.getBytes(StandardCharsets.UTF_8)));
    assertEquals(out, tmx(second));
    Query query = new Query(EN, AZ, source, Optional.of(context), 100, 5, List.of(second.id()));
    assertEquals(Kind.CONTEXT, memories.lookup(query).get(0).kind());
  }

  @Test
  void theSameFileTwiceDoublesNothingAndSaysSo() throws IOException {
    Memory memory = memories.create("Twice", "");
    ImportReport first;
    ImportReport second;
    try (InputStream sample = getClass().getResourceAsStream("/tmx/news.tmx")) {
      first = into(memory, sample);
    }
    String before = tmx(memory);
    try (InputStream sample = getClass().getResourceAsStream("/tmx/news.tmx")) {
      second = into(memory, sample);
    }
    assertEquals(first.read(), first.added());
    assertEquals(second.read(), second.unchanged());
    assertEquals(before, tmx(memory));
  }

  @Test
  void onlyTheLanguagesAskedForGoOut() throws IOException {
    Memory memory = memories.create("Some", "");
    into(
        memory,
        new ByteArrayInputStream(
            ("<tmx version=\"1.4\"><header/><body><tu>"
                    + "<tuv xml:lang=\"en-GB\"><seg>a</seg></tuv><tuv xml:lang=\"ru\"><seg>b</seg>"
                    + "</tuv></tu><tu><tuv xml:lang=\"ru\"><seg>c</seg></tuv></tu></body></tmx>")
                .getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnitFile.write(memories, memory, UnitFilter.ofLanguages(List.of(EN)), out);
    String written = out.toString(StandardCharsets.UTF_8);
    assertEquals(1, written.split("<tuv ", -1).length - 1, written);
    assertEquals(1, written.split("xml:lang=\"en-GB\"", -1).length - 1, written);
  }

  private ImportReport into(Memory memory, InputStream in) throws IOException {
    try (UnitWriter writer = memories.writer(memory, "test")) {
      return UnitFile.into(writer, "a.tmx", in);
    }
  }

  private String tmx(Memory memory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnitFile.write(memories, memory, UnitFilter.ALL, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
