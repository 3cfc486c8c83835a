package dragoman;

import dragoman.dispatch.DispatchFilter;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.Identity;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.Upload;
import dragoman.exchange.ConceptFile;
import dragoman.exchange.UnitFile;
import dragoman.glossary.ConceptFilter;
import dragoman.glossary.ConceptWriter;
import dragoman.glossary.Glossary;
import dragoman.glossary.State;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.UnitWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The samples that a newcomer looks around with: our own glossary, memory and dispatches. */
final class Demo {
  private static final String WHO = "Dragoman";
  private static final String GLOSSARY = "south-caucasus.tbx";
  private static final String MEMORY = "news.tmx";
  private static final List<String> DISPATCHES =
      List.of("ministry.docx", "schools.html", "convoy.txt");
  private static final List<LanguageTag> TARGETS =
      List.of(LanguageTag.of("az"), LanguageTag.of("ru"), LanguageTag.of("tr"));

  private final Glossary glossary;
  private final Memories memories;
  private final Dispatches dispatches;

  Demo(Glossary glossary, Memories memories, Dispatches dispatches) {
    this.glossary = glossary;
    this.memories = memories;
    this.dispatches = dispatches;
  }

  /** Loads the samples where there is nothing yet; where there is anything, does nothing. */
  void load() throws IOException {
    boolean empty =
        memories.list().isEmpty()
            && glossary.search(ConceptFilter.ALL, 0, 1).total() == 0
            && dispatches.list(DispatchFilter.ALL).total() == 0;
    if (!empty) {
      return;
    }
    // Side by side, since a newcomer waits for it: dispatches need neither terms nor units.
    CompletableFuture<Void> taken = CompletableFuture.runAsync(this::takeDispatches);
    takeGlossary();
    takeMemory();
    try {
      taken.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private void takeGlossary() throws IOException {
    try (InputStream in = resource("/glossaries/" + GLOSSARY);
        ConceptWriter writer = glossary.writer(WHO, State.APPROVED)) {
      ConceptFile.into(writer, GLOSSARY, in);
    }
  }

  private void takeMemory() throws IOException {
    try (InputStream in = resource("/tmx/" + MEMORY);
        UnitWriter writer = memories.writer(memories.create("Sample news", ""), WHO)) {
      UnitFile.into(writer, MEMORY, in);
    }
  }

  private void takeDispatches() {
    for (String name : DISPATCHES) {
      try (InputStream in = resource("/dragoman/demo/" + name)) {
        dispatches.create(
            new NewDispatch(
                new Upload(name, in.readAllBytes()),
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(LanguageTag.of("en")),
                TARGETS,
                Optional.of(new Identity("dragoman-demo", name))),
            WHO);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Demo.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the program was built without " + name);
    }
    return in;
  }
}
