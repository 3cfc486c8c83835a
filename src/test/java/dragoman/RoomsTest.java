package dragoman;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of rooms: which package may use which. A new arrow is a design change. */
class RoomsTest {
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("language", List.of()),
              Map.entry("text", List.of("language")),
              Map.entry("storage", List.of()),
              Map.entry("segmentation", List.of("language", "text")),
              Map.entry("memory", List.of("language", "text", "storage")),
              Map.entry("glossary", List.of("language", "text", "storage")),
              Map.entry("alignment", List.of("language", "text", "memory", "glossary")),
              Map.entry("quality", List.of("language", "text", "glossary")),
              Map.entry("exchange", List.of("language", "text", "memory", "glossary")),
              Map.entry(
                  "dispatch",
                  List.of(
                      "language",
                      "text",
                      "storage",
                      "segmentation",
                      "memory",
                      "glossary",
                      "alignment",
                      "quality",
                      "exchange")),
              Map.entry("account", List.of("storage"))));

  @Test
  void everyRoomUsesOnlyWhatTheTableAllows() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dragoman");
    LayeredArchitecture rooms =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String room : MAY_USE.keySet()) {
      rooms = rooms.layer(room).definedBy("dragoman." + room + "..");
    }
    rooms = rooms.layer("web").definedBy("dragoman.web..").layer("cli").definedBy("dragoman.cli..");
    for (Map.Entry<String, List<String>> row : MAY_USE.entrySet()) {
      String[] allowed = row.getValue().toArray(String[]::new);
      rooms =
          allowed.length == 0
              ? rooms.whereLayer(row.getKey()).mayNotAccessAnyLayer()
              : rooms.whereLayer(row.getKey()).mayOnlyAccessLayers(allowed);
    }
    rooms.check(classes);
  }
}
