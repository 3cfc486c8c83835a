package dragoman.dispatch;

import static dragoman.dispatch.Desk.AZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.text.TaggedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is joined, split and undone in any order, the document comes back from its sentences.
 */
class CutsPropertyTest {
  private static final List<String> DOCUMENTS =
      List.of(
          "One two.  Three\tfour! “Five six?” seven.Eight\n\nNine Gen. Ten x\u0301lan. مرحبا بكم. نعم.\n",
          "<html lang=\"en\"><body><h1>Head line. More</h1><p>A <b>b c. D</b> e. <i>F g.</i> H<br>i j.</p>"
              + "<p><a href=\"x\">K l. M</a> n&nbsp;o. <b>P.</b></p></body></html>");

  private static Path folder;
  private static Desk desk;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("dragoman-cuts");
    desk = Desk.in(folder);
  }

  @AfterContainer
  static void close() throws IOException {
    desk.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 15)
  void theDocumentComesBackFromItsSentences(
      @ForAll @IntRange(max = 1) int document,
      @ForAll @Size(max = 14) List<@IntRange(max = 9999) Integer> steps) {
    String name = document == 0 ? "d.txt" : "d.html";
    byte[] original = DOCUMENTS.get(document).getBytes(StandardCharsets.UTF_8);
    Dispatch dispatch = desk.file(name, original, AZ);
    List<SegmentRow> before = desk.rows(dispatch, AZ);
    before.forEach(row -> desk.save(row, row.segment().source(), SegmentState.TRANSLATED));
    List<TaggedText> targets = targets(dispatch);
    Deque<Long> made = new ArrayDeque<>();
    for (int step : steps) {
      step(dispatch, step, made);
      assertEquals(
          before.stream().map(row -> bare(row.segment())).reduce("", String::concat),
          desk.rows(dispatch, AZ).stream()
              .map(row -> bare(row.segment()))
              .reduce("", String::concat));
    }
    List<SegmentRow> rows = desk.rows(dispatch, AZ);
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(i + 1, rows.get(i).segment().number());
      TaggedText source = rows.get(i).segment().source();
      assertEquals(
          source.tags().size(),
          source.tags().stream().map(tag -> tag.kind() + " " + tag.id()).distinct().count());
    }
    Target counted = desk.dispatches.get(dispatch.id()).targets().get(0);
    assertEquals(rows.size(), counted.segments());
    rows.forEach(row -> desk.save(row, row.segment().source(), SegmentState.TRANSLATED));
    byte[] exported = desk.export(dispatch, AZ);
    assertEquals(
        DOCUMENTS.get(document).replace("lang=\"en\"", "lang=\"az\""),
        new String(exported, StandardCharsets.UTF_8));

    Dispatch again = desk.file(name, original, AZ);
    desk.rows(again, AZ)
        .forEach(row -> desk.save(row, row.segment().source(), SegmentState.TRANSLATED));
    Deque<Long> taken = new ArrayDeque<>();
    steps.stream().filter(step -> step % 3 != 0).forEach(step -> step(again, step, taken));
    while (!taken.isEmpty()) {
      desk.dispatches.cuts().undo(again.id(), taken.pop(), "Leyla");
    }
    assertEquals(targets, targets(again));
    assertTrue(
        desk.rows(again, AZ).stream()
            .allMatch(row -> row.translation().state() == SegmentState.TRANSLATED));
  }

  /** Joins, splits or undoes, by chance, where it can be done. */
  private static void step(Dispatch dispatch, int chance, Deque<Long> made) {
    List<SegmentRow> rows = desk.rows(dispatch, AZ);
    int at = chance / 3 % rows.size();
    Segment segment = rows.get(at).segment();
    try {
      if (chance % 3 == 0 && !made.isEmpty()) {
        desk.dispatches.cuts().undo(dispatch.id(), made.pop(), "Leyla");
      } else if (chance % 3 == 1 && at + 1 < rows.size()) {
        made.push(
            desk.dispatches
                .cuts()
                .join(seen(segment), seen(rows.get(at + 1).segment()), "Leyla")
                .example()
                .id());
      } else {
        int length = segment.source().plain().length();
        made.push(
            desk.dispatches
                .cuts()
                .split(
                    seen(segment),
                    chance / 7 % (length + 1),
                    Optional.of(new Cuts.TargetCut(AZ, Math.min(length, chance / 11 % 5))),
                    "Leyla")
                .example()
                .id());
      }
    } catch (IllegalArgumentException refused) {
      assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }
  }

  private static Cuts.Seen seen(Segment segment) {
    return new Cuts.Seen(segment.id(), segment.version());
  }

  private static String bare(Segment segment) {
    return segment.source().plain().replaceAll("[\\s\\p{Z}]", "");
  }

  private static List<TaggedText> targets(Dispatch dispatch) {
    return new ArrayList<>(
        desk.rows(dispatch, AZ).stream().map(row -> row.translation().target()).toList());
  }
}
