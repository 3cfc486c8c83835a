package dragoman.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.text.Tag;
import dragoman.text.Tag.Kind;
import dragoman.text.TaggedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
  @Test
  void aMatchsTagsBecomeTheSourcesOwnOfTheSameLabelInOrder() {
    TaggedText source =
        text(
            "Aid for Ganja arrives",
            tag(0, Kind.OPEN, 4, "i"),
            tag(3, Kind.CLOSE, 4, "i"),
            tag(8, Kind.OPEN, 7, "b"),
            tag(13, Kind.CLOSE, 7, "b"));
    TaggedText match =
        text(
            "Bərdəyə yardım gəlir",
            tag(0, Kind.OPEN, 1, "b"),
            tag(7, Kind.CLOSE, 1, "b"),
            tag(8, Kind.OPEN, 4, "u"),
            tag(14, Kind.CLOSE, 4, "u"),
            tag(20, Kind.ALONE, 9, "br"));
    TaggedText adopted = Tags.adopted(source, match);
    assertEquals(List.of(tag(0, Kind.OPEN, 7, "b"), tag(7, Kind.CLOSE, 7, "b")), adopted.tags());
    assertEquals(adopted, Tags.fromSource(source, adopted), "can be saved");
  }

  @Test
  void theTagOfTheSameNumberComesFirst() {
    TaggedText source =
        text(
            "one two",
            tag(0, Kind.OPEN, 1, "b"),
            tag(3, Kind.CLOSE, 1, "b"),
            tag(4, Kind.OPEN, 2, "b"),
            tag(7, Kind.CLOSE, 2, "b"));
    TaggedText match =
        text(
            "iki bir",
            tag(0, Kind.OPEN, 2, "b"),
            tag(3, Kind.CLOSE, 2, "b"),
            tag(4, Kind.OPEN, 1, "b"),
            tag(7, Kind.CLOSE, 1, "b"));
    assertEquals(match, Tags.adopted(source, match));
    assertEquals(List.of(), Tags.adopted(TaggedText.of("one two"), match).tags());
  }

  @Test
  void whatAnEarlierSentenceOpenedIsClosedHere() {
    TaggedText source = text("end", tag(3, Kind.CLOSE, 3, "b"));
    TaggedText match = text("son", tag(3, Kind.CLOSE, 3, "b"));
    assertEquals(match, Tags.adopted(source, match));
  }

  private static TaggedText text(String plain, Tag... tags) {
    return new TaggedText(plain, List.of(tags));
  }

  private static Tag tag(int at, Kind kind, int id, String label) {
    return new Tag(at, kind, id, label, "<" + label + ">");
  }
}
