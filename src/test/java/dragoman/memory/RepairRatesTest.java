package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is claimed is right, and most of what can be mended is claimed, language by language. */
class RepairRatesTest {
  private static final double RIGHT = 0.95;
  private static final double GIVEN = 0.80;

  @ParameterizedTest
  @ValueSource(strings = {"az", "tr", "ru", "uk", "de", "fr", "en"})
  void claimsAreRightAndMostOfWhatCanBeMendedIsClaimed(String language) throws IOException {
    Repair repair = RepairFixtures.repair();
    int claimed = 0;
    int right = 0;
    int mendable = 0;
    int given = 0;
    List<String> failures = new ArrayList<>();
    for (RepairFixtures.Fixture fixture : RepairFixtures.of(language)) {
      Optional<Repaired> repaired = fixture.repaired(repair);
      Optional<String> claim = repaired.filter(Repaired::certain).map(r -> r.text().plain());
      mendable += fixture.mended().isPresent() ? 1 : 0;
      if (claim.isPresent()) {
        claimed++;
        right += claim.equals(fixture.mended()) ? 1 : 0;
        given += fixture.mended().isPresent() ? 1 : 0;
      }
      if (!claim.equals(fixture.mended())) {
        failures.add(
            String.format(
                "%s%n    wanted  %s%n    claimed %s%n    offered %s",
                fixture.sentence(),
                fixture.mended().orElse("-"),
                claim.orElse("-"),
                repaired.map(r -> r.text().plain()).orElse("-")));
      }
    }
    String report =
        String.format(
            "%s: %d of %d claims right, %d of %d given%n%s",
            language,
            right,
            claimed,
            given,
            mendable,
            String.join(System.lineSeparator(), failures));
    assertTrue(right >= RIGHT * claimed && given >= GIVEN * mendable, report);
  }
}
