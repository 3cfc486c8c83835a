package dragoman.dispatch;

import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.exchange.ImportReport;
import dragoman.exchange.Problem;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.SrxDocument;
import dragoman.segmentation.SrxException;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskRulesTest {
  private static final String HEAD =
      "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">"
          + "<header segmentsubflows=\"yes\" cascade=\"CASCADE\"/><body><languagerules>";

  @TempDir Path folder;

  private static List<String> split(DeskRules rules, LanguageTag language, String text) {
    return rules.segmenter().split(language, text).stream().map(s -> s.of(text)).toList();
  }

  private static DeskRules open(Database database) {
    return DeskRules.open(database, Segmenter.ofBundledRules());
  }

  private static List<DeskRule> all(DeskRules rules) {
    return rules.search(DeskRuleFilter.ALL, 0, 1000).items();
  }

  @Test
  void keepsRulesOnH2() {
    try (Database database = Database.inFolder(folder)) {
      exercise(database);
    }
  }

  @Test
  void keepsRulesOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Database database =
            Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
      exercise(database);
    }
  }

  private static void exercise(Database database) {
    DeskRules rules = open(database);
    DeskRules other = open(database);
    aRuleHoldsAtOnceEverywhere(rules, other);
    aStaleChangeIsRefusedAndTheHistoryTellsAll(rules);
    theFirstRuleDecidesAndCanBeMoved(rules);
    findsByLanguageKindAndWords(rules);
    comesBackFromItsOwnFile(rules, database);
  }

  private static void aRuleHoldsAtOnceEverywhere(DeskRules rules, DeskRules other) {
    String text = "The qzlr. Harun came. He left.";
    assertEquals(3, split(rules, EN, text).size());
    DeskRule saved =
        other.save(DeskRule.abbreviation(EN, " qzlr ", "as the agency writes"), "Leyla");
    assertEquals("qzlr.", saved.text(), "with its stop");
    assertEquals(2, split(rules, EN, text).size());
    assertEquals(2, split(rules, LanguageTag.of("en-GB"), text).size());
    assertEquals(3, split(rules, AZ, text).size());
    DeskRule off = other.save(saved.enabled(false), "Leyla");
    assertEquals(3, split(rules, EN, text).size());
    DeskRule on = other.save(off.enabled(true), "Leyla");
    assertEquals(2, split(rules, EN, text).size());
    other.delete(on.id(), on.version(), "Leyla");
    assertEquals(3, split(rules, EN, text).size());
    assertTrue(rules.segmenter() == rules.segmenter(), "made once for each change");
  }

  private static void aStaleChangeIsRefusedAndTheHistoryTellsAll(DeskRules rules) {
    DeskRule saved = rules.save(DeskRule.hold(EN, "Wozu\\.", "\\s", "why"), "Leyla");
    assertEquals(saved, rules.get(saved.id()));
    DeskRule changed = rules.save(saved.enabled(false), "Rauf");
    assertEquals(2, changed.version());
    StaleVersionException stale =
        assertThrows(StaleVersionException.class, () -> rules.save(saved, "Leyla"));
    assertTrue(stale.getMessage().contains("the desk's rule " + saved.id()), stale.getMessage());
    assertThrows(
        StaleVersionException.class, () -> rules.delete(saved.id(), saved.version(), "Leyla"));
    assertThrows(
        StaleVersionException.class,
        () -> rules.move(saved.id(), saved.version(), Optional.empty()));
    rules.delete(changed.id(), changed.version(), "Rauf");
    assertThrows(NoSuchElementException.class, () -> rules.get(saved.id()));
    assertThrows(NoSuchElementException.class, () -> rules.save(changed, "Rauf"));
    assertEquals(
        List.of("CREATED Leyla true", "CHANGED Rauf false", "DELETED Rauf false"),
        rules.history(saved.id()).stream()
            .map(c -> c.action() + " " + c.rule().changedBy() + " " + c.rule().enabled())
            .toList());
    IllegalArgumentException twice =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              rules.save(DeskRule.abbreviation(RU, "щщ.", ""), "Leyla");
              rules.save(DeskRule.abbreviation(RU, "щщ", ""), "Rauf");
            });
    assertTrue(twice.getMessage().contains("by Leyla"), twice.getMessage());
  }

  private static void theFirstRuleDecidesAndCanBeMoved(DeskRules rules) {
    String text = "At the wozu. Then he left.";
    DeskRule hold = rules.save(DeskRule.hold(EN, "wozu\\.", "\\s", ""), "Leyla");
    DeskRule breaks = rules.save(DeskRule.breaks(EN, "wozu\\.", "\\s\\p{Lu}", ""), "Leyla");
    assertEquals(1, split(rules, EN, text).size());
    rules.move(breaks.id(), breaks.version(), Optional.of(hold.id()));
    assertEquals(2, split(rules, EN, text).size());
    rules.move(breaks.id(), breaks.version(), Optional.empty());
    assertEquals(1, split(rules, EN, text).size());
    DeskRule abbreviation = rules.save(DeskRule.abbreviation(EN, "wozu.", ""), "Leyla");
    rules.move(abbreviation.id(), 1, Optional.of(hold.id()));
    rules.delete(hold.id(), 1, "Leyla");
    assertEquals(2, split(rules, EN, text).size(), "abbreviations come behind exceptions");
    rules.delete(breaks.id(), 1, "Leyla");
    assertEquals(1, split(rules, EN, text).size());
  }

  private static void findsByLanguageKindAndWords(DeskRules rules) {
    rules.save(DeskRule.abbreviation(AZ, "İqtz.", "iqtisadiyyat naziri"), "Leyla");
    rules.save(
        DeskRule.draft(Optional.empty(), DeskRule.Kind.BREAK, "", "\\*{3}", "\\s", "stars 100%"),
        "Leyla");
    assertEquals(1, found(rules, "İQTZ", Optional.empty()));
    assertEquals(1, found(rules, "iqtz", Optional.of(LanguageTag.of("az-AZ"))));
    assertEquals(1, found(rules, "stars", Optional.of(AZ)), "those for every language too");
    assertEquals(1, found(rules, "100%", Optional.empty()));
    assertEquals(0, found(rules, "100_", Optional.empty()));
    assertEquals(0, found(rules, "iqtz", Optional.of(EN)));
    assertEquals(
        1,
        rules
            .search(
                new DeskRuleFilter("", Optional.of(AZ), Optional.of(DeskRule.Kind.BREAK)), 0, 10)
            .total());
    assertThrows(
        IllegalArgumentException.class, () -> rules.search(DeskRuleFilter.ALL, 0, 100_000));
  }

  private static long found(DeskRules rules, String search, Optional<LanguageTag> language) {
    return rules.search(new DeskRuleFilter(search, language, Optional.empty()), 0, 10).total();
  }

  private static void comesBackFromItsOwnFile(DeskRules rules, Database database) {
    rules.save(DeskRule.abbreviation(EN, "Qx. Zrt.", "two -- parts"), "Leyla");
    rules.save(DeskRule.hold(LanguageTag.of("az-Cyrl"), "<&>\\.", "\\s", ""), "Leyla");
    DeskRule off = rules.save(DeskRule.hold(EN, "off\\.", "\\s", "switched off"), "Leyla");
    rules.save(off.enabled(false), "Leyla");
    for (boolean bundled : new boolean[] {false, true}) {
      byte[] file = written(rules.giveOut(bundled));
      ImportReport again = takenIn(rules, file);
      assertEquals(0, again.added(), again.problems().toString());
      database.jdbi().useHandle(h -> h.execute("DELETE FROM desk_rule"));
      database.jdbi().useHandle(h -> h.execute("UPDATE desk_rule_clock SET changes = changes + 1"));
      assertEquals(0, all(rules).size());
      ImportReport report = takenIn(rules, file);
      assertEquals(List.of(), report.problems());
      assertEquals(0, report.skipped());
      assertEquals(report.read(), report.added() + report.unchanged());
      assertEquals(
          new String(file, StandardCharsets.UTF_8),
          new String(written(rules.giveOut(bundled)), StandardCharsets.UTF_8));
    }
    assertEquals(
        1,
        all(rules).stream()
            .filter(rule -> rule.kind() == DeskRule.Kind.ABBREVIATION)
            .filter(rule -> rule.text().equals("Qx. Zrt."))
            .count());
    assertEquals(1, all(rules).stream().filter(rule -> !rule.enabled()).count());
  }

  private static byte[] written(SrxDocument document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      document.write(out);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ImportReport takenIn(DeskRules rules, byte[] file) {
    try {
      return rules.takeIn(new ByteArrayInputStream(file), "own.srx", "Leyla", true).report();
    } catch (SrxException e) {
      throw new AssertionError(e);
    }
  }

  private static ImportReport takenIn(DeskRules rules, String cascade, String body) {
    return takenIn(
        rules,
        (HEAD.replace("CASCADE", cascade) + body + "</maprules></body></srx>")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String list(String name, String before) {
    return "<languagerule languagerulename=\""
        + name
        + "\"><rule break=\"no\"><beforebreak>"
        + before
        + "</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>";
  }

  private static String map(String pattern, String name) {
    return "<languagemap languagepattern=\"" + pattern + "\" languagerulename=\"" + name + "\"/>";
  }

  private static final String THREE =
      list("Azeri", "aq\\.")
          + list("Any", "bq\\.")
          + list("Nobody", "cq\\.")
          + list("British", "dq\\.")
          + "</languagerules><maprules>"
          + map("[Aa][Zz].*", "Azeri")
          + map("en[_-]GB", "British")
          + map(".*", "Any");

  @Test
  void aForeignFilesCascadeAndMapsAreHonouredAndWhatIsLeftOutIsSaid() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      ImportReport report = takenIn(rules, "yes", THREE);
      assertEquals("4 2 2", report.read() + " " + report.added() + " " + report.skipped());
      String said = report.problems().stream().map(Problem::message).toList().toString();
      assertTrue(said.contains("“Nobody”"), said);
      assertTrue(said.contains("“British”") && said.contains("every country"), said);
      assertEquals(1, split(rules, AZ, "O aq. Bq. Gəldi.".replace("Bq. ", "")).size());
      assertEquals(1, split(rules, AZ, "O bq. Gəldi.").size());
      assertEquals(1, split(rules, RU, "O bq. Xx.").size());
      assertEquals(2, split(rules, RU, "O aq. Xx.").size());
      assertEquals(4, takenIn(rules, "yes", THREE).read());
      assertEquals(2, all(rules).size(), "twice is once");
    }
  }

  @Test
  void withoutCascadeALanguageGetsItsFirstListOnly() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      takenIn(rules, "no", THREE);
      assertEquals(1, split(rules, AZ, "O aq. Gəldi.").size());
      assertEquals(2, split(rules, AZ, "O bq. Gəldi.").size());
      assertEquals(1, split(rules, RU, "O bq. Xx.").size());
    }
  }

  @Test
  void aGeneralListThatComesFirstIsTriedFirst() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      takenIn(
          rules,
          "yes",
          list("Any", "aq\\.")
              + "<languagerule languagerulename=\"Az\"><rule break=\"yes\"><beforebreak>aq\\."
              + "</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>"
              + "</languagerules><maprules>"
              + map(".*", "Any")
              + map("az.*", "Az"));
      assertEquals(1, split(rules, AZ, "O aq. Gəldi.").size());
    }
  }

  @Test
  void aRuleOfAFileThatCannotBeUsedIsLeftOutWithItsLineAndTheRestKept() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      ImportReport report =
          takenIn(
              rules,
              "yes",
              "\n"
                  + list("A", "(a+)+\\1")
                  + "\n"
                  + list("B", "gq\\.")
                  + "\n"
                  + list("C", "(gq\\.")
                  + "</languagerules><maprules>"
                  + map("en.*", "A")
                  + map("en.*", "B")
                  + map("en.*", "C"));
      assertEquals("3 1 2", report.read() + " " + report.added() + " " + report.skipped());
      assertEquals(2, report.problems().get(0).line());
      assertTrue(
          report.problems().get(0).message().contains("bounded time"),
          report.problems().toString());
      assertEquals(4, report.problems().get(1).line());
      assertThrows(
          SrxException.class,
          () -> rules.takeIn(new ByteArrayInputStream(new byte[] {60}), "x.srx", "Leyla", true));
    }
  }

  @Test
  void theWholeExportSplitsAsTheDeskDoes() throws Exception {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      rules.save(DeskRule.abbreviation(EN, "qzlr.", ""), "Leyla");
      Path file = Files.write(folder.resolve("all.srx"), written(rules.giveOut(true)));
      String text = "The qzlr. Harun came. Gen. Ali left on Oct. 3. He slept.";
      assertEquals(rules.segmenter().split(EN, text), Segmenter.ofSrx(file).split(EN, text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "—.", "\u0301"})
  void anAbbreviationWithoutALetterIsRefused(String text) {
    try (Database database = Database.inFolder(folder)) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> open(database).save(DeskRule.abbreviation(EN, text, ""), "Leyla"));
      assertTrue(e.getMessage().contains("letter"), e.getMessage());
    }
  }

  @Test
  void aHostileRuleIsRefusedByNameOfThePlace() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> rules.save(DeskRule.hold(EN, "a(b", "\\s", ""), "Leyla"));
      assertTrue(e.getMessage().contains("before the place is wrong"), e.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> rules.save(DeskRule.breaks(EN, "x", "(a|b)*a(a|b){400}", ""), "Leyla"));
      assertThrows(
          IllegalArgumentException.class,
          () -> rules.preview(EN, "A. B", List.of(DeskRule.hold(EN, "(?>a)", "", ""))));
      assertEquals(0, all(rules).size());
    }
  }

  @Test
  void aPreviewShowsBothCutsAndWhatDecidedEachPlace() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      String text = "Day one.\n\nThe qzlr. Harun came. He left.\n";
      SplitPreview preview =
          rules.preview(EN, text, List.of(DeskRule.abbreviation(EN, "qzlr", "")));
      SplitPreview.Cut cut = preview.paragraphs().get(1);
      assertEquals(3, cut.before().size());
      assertEquals(2, cut.after().size());
      SplitPreview.Place place = cut.places().get(0);
      assertEquals(9, place.at());
      assertTrue(place.before().orElseThrow().breaks());
      assertEquals("default.srx", place.before().orElseThrow().name().replaceAll(":.*", ""));
      assertFalse(place.after().orElseThrow().breaks());
      assertEquals("qzlr.", place.after().orElseThrow().rule().orElseThrow().text());
      DeskRule saved = rules.save(DeskRule.abbreviation(EN, "qzlr", ""), "Leyla");
      SplitPreview off = rules.preview(EN, text, List.of(saved.enabled(false)));
      assertEquals(2, off.paragraphs().get(1).before().size());
      assertEquals(3, off.paragraphs().get(1).after().size());
      assertEquals(List.of(), rules.preview(EN, " \n", List.of()).paragraphs());
      assertThrows(
          IllegalArgumentException.class, () -> rules.preview(EN, "x".repeat(100_001), List.of()));
    }
  }

  @Test
  void anIntakeGoesByTheDesksRules() {
    try (Desk desk = Desk.in(folder)) {
      String text = "Headline here\n\nThe qzlr. Harun came. He left.";
      assertEquals(4, desk.rows(desk.dispatch(text, AZ), AZ).size());
      desk.dispatches.rules().save(DeskRule.abbreviation(EN, "qzlr.", ""), "Leyla");
      Dispatch dispatch = desk.dispatch(text, AZ);
      assertEquals(3, desk.rows(dispatch, AZ).size());
      assertEquals("The qzlr. Harun came.", desk.row(dispatch, AZ, 2).segment().source().plain());
    }
  }

  private static String breaks(String name, String before, String after) {
    return "<languagerule languagerulename=\""
        + name
        + "\"><rule break=\"yes\"><beforebreak>"
        + before
        + "</beforebreak><afterbreak>"
        + after
        + "</afterbreak></rule></languagerule>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"[.?!]", "[.;]", "\\.", "[\\p{Ll}]\\.", "[.?!]+[&quot;”]?"})
  void aForeignRuleThatBreaksBehindAnyWordIsLeftOutAndSaid(String before) {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      String text = "Maj. Gov. Jones came. He left.";
      List<String> was = split(rules, EN, text);
      ImportReport report =
          takenIn(
              rules,
              "yes",
              breaks("General", before, "\\s")
                  + breaks("Special", "qzlr;", "\\s")
                  + "</languagerules><maprules>"
                  + map(".*", "Special")
                  + map(".*", "General"));
      assertEquals("2 1 1", report.read() + " " + report.added() + " " + report.skipped());
      assertTrue(
          report.problems().get(0).message().contains(before.replace("&quot;", "\"") + " ¦ \\s"),
          report.problems().toString());
      assertEquals(was, split(rules, EN, text));
      assertEquals(2, split(rules, EN, "The qzlr; it came.").size());
    }
  }

  @Test
  void anAbbreviationHoldsAgainstTheDesksRuleThatBreaksBehindAnyWord() {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      rules.save(DeskRule.breaks(EN, "[.;]", "\\s", ""), "Leyla");
      rules.save(DeskRule.abbreviation(EN, "qzlr.", ""), "Leyla");
      assertEquals(2, split(rules, EN, "The qzlr. Harun came; he left.").size());
      byte[] file = written(rules.giveOut(false));
      database.jdbi().useHandle(h -> h.execute("DELETE FROM desk_rule"));
      assertEquals(2, takenIn(rules, file).added(), "what the desk wrote itself comes back");
      assertEquals(2, split(rules, EN, "The qzlr. Harun came; he left.").size());
    }
  }

  @Test
  void anImportIsSeenBeforeItIsKeptAndGoesAgainAtOnce() throws Exception {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      byte[] file =
          (HEAD.replace("CASCADE", "no") + THREE + "</maprules></body></srx>")
              .getBytes(StandardCharsets.UTF_8);
      RuleImport seen = rules.takeIn(new ByteArrayInputStream(file), "a.srx", "Leyla", false);
      assertEquals(List.of(), all(rules));
      assertEquals(List.of(), seen.rules());
      RuleImport kept = rules.takeIn(new ByteArrayInputStream(file), "a.srx", "Leyla", true);
      assertEquals(seen.report(), kept.report());
      assertEquals(seen.languages(), kept.languages());
      assertEquals(kept.rules().size(), all(rules).size());
      assertTrue(
          kept.languages()
              .contains(new RuleImport.Count(Optional.of(LanguageTag.of("es")), 0, 1, 0)),
          kept.languages().toString());
      DeskRule own = rules.save(DeskRule.abbreviation(EN, "qzlr.", ""), "Leyla");
      DeskRule changed = rules.save(rules.get(kept.rules().get(0)).enabled(false), "Leyla");
      List<Long> ids = new java.util.ArrayList<>(kept.rules());
      ids.add(own.id());
      assertEquals(kept.rules().size() - 1, rules.takeBack(ids, "Leyla"));
      assertEquals(
          java.util.Set.of(own, changed),
          java.util.Set.copyOf(all(rules)),
          "what was changed or written here stays");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\0.", "x\u001b.", "x\uffff.", "x\ud800."})
  void aControlCharacterIsRefusedWhereverItStands(String text) {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      for (DeskRule rule :
          List.of(
              DeskRule.abbreviation(EN, text, ""),
              DeskRule.abbreviation(EN, "x.", text),
              DeskRule.hold(EN, text, "", ""),
              DeskRule.breaks(EN, "x", text, ""))) {
        String said =
            assertThrows(IllegalArgumentException.class, () -> rules.save(rule, "Leyla"))
                .getMessage();
        assertTrue(said.contains("control character U+") && said.contains("character 2"), said);
      }
    }
  }

  @Test
  void aStoredRuleThatNoFileCanHoldIsLeftOutOfTheExportAndSaid() throws Exception {
    try (Database database = Database.inFolder(folder)) {
      DeskRules rules = open(database);
      rules.save(DeskRule.abbreviation(EN, "qzlr.", ""), "Leyla");
      DeskRule bad = rules.save(DeskRule.hold(EN, "bad", "\\s", ""), "Leyla");
      rules.save(DeskRule.hold(EN, "good", "\\s", ""), "Leyla");
      database
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      "UPDATE desk_rule SET before_place = ? WHERE id = ?", "(x\1)", bad.id()));
      byte[] file = written(rules.giveOut(false));
      String text = new String(file, StandardCharsets.UTF_8);
      assertTrue(text.contains("XML cannot hold: the desk's rule " + bad.id()), text);
      ImportReport again = takenIn(rules, file);
      assertEquals("0 0", again.added() + " " + again.skipped(), again.problems().toString());
      Segmenter.ofSrx(Files.write(folder.resolve("own.srx"), file));
    }
  }
}
