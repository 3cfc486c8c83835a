package dragoman.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.segmentation.Sentence;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SplittingTest {

  @Test
  void aPairOverTwoSentencesLeavesItsHalvesInBoth() {
    assertEquals(List.of("One [two.", "Three] four."), cut("One [two. Three] four."));
  }

  @Test
  void whatWrapsAWholeSentenceStaysOutside() {
    assertEquals(List.of("One.", "Two.", "Three."), cut("[One. Two.] [Three.]"));
    assertEquals(List.of("[On]e.", "Tw[o.]"), cut("[On]e. Tw[o.]"));
    assertEquals(List.of("[One]."), cut("[One]."));
  }

  @Property
  void joinedAgainItIsWhatItWas(@ForAll("paragraphs") String marked) {
    TaggedText paragraph = tagged(marked);
    Splitting splitting = new Splitting(paragraph, sentences(paragraph.plain()));
    assertEquals(paragraph, splitting.joined(Map.of()));
    Map<Integer, TaggedText> own = new HashMap<>();
    List<TaggedText> texts = splitting.texts();
    for (int i = 0; i < texts.size(); i++) {
      own.put(i, texts.get(i));
    }
    assertEquals(paragraph, splitting.joined(own));
  }

  @Property
  void exchangedSentencesStandBetweenTheSameGaps(@ForAll("paragraphs") String marked) {
    TaggedText paragraph = tagged(marked);
    List<Sentence> places = sentences(paragraph.plain());
    Map<Integer, TaggedText> exchanged = new HashMap<>();
    StringBuilder expected = new StringBuilder();
    int at = 0;
    for (int i = 0; i < places.size(); i++) {
      exchanged.put(i, TaggedText.of("cümlə " + i));
      expected.append(paragraph.plain(), at, places.get(i).start()).append("cümlə ").append(i);
      at = places.get(i).end();
    }
    expected.append(paragraph.plain().substring(at));
    assertEquals(expected.toString(), new Splitting(paragraph, places).joined(exchanged).plain());
  }

  @Provide
  Arbitrary<String> paragraphs() {
    Arbitrary<String> piece =
        Arbitraries.of("a", "b c", ". ", " ", "[", "]", "*", ".", "  ")
            .list()
            .ofMaxSize(20)
            .map(pieces -> String.join("", pieces));
    return Combinators.combine(piece, piece).as(String::concat);
  }

  private static List<String> cut(String marked) {
    TaggedText paragraph = tagged(marked);
    List<String> cut = new ArrayList<>();
    for (TaggedText text : new Splitting(paragraph, sentences(paragraph.plain())).texts()) {
      StringBuilder shown = new StringBuilder(text.plain());
      for (int i = text.tags().size() - 1; i >= 0; i--) {
        Tag tag = text.tags().get(i);
        shown.insert(tag.at(), tag.kind() == Tag.Kind.OPEN ? "[" : "]");
      }
      cut.add(shown.toString());
    }
    return cut;
  }

  /** Reads {@code [} and {@code ]} as a pair's tags and {@code *} as a lone one. */
  private static TaggedText tagged(String marked) {
    StringBuilder plain = new StringBuilder();
    List<Tag> tags = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    int id = 1;
    for (char c : marked.toCharArray()) {
      if (c == '[') {
        open.add(id);
        tags.add(new Tag(plain.length(), Tag.Kind.OPEN, id++, "b", "<b>"));
      } else if (c == ']' && !open.isEmpty()) {
        tags.add(
            new Tag(plain.length(), Tag.Kind.CLOSE, open.remove(open.size() - 1), "b", "</b>"));
      } else if (c == '*') {
        tags.add(new Tag(plain.length(), Tag.Kind.ALONE, id++, "br", "<br>"));
      } else if (c != ']') {
        plain.append(c);
      }
    }
    return new TaggedText(plain.toString(), tags);
  }

  /** A sentence ends behind a full stop. */
  private static List<Sentence> sentences(String plain) {
    List<Sentence> sentences = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < plain.length(); i++) {
      boolean blank = plain.charAt(i) == ' ';
      if (start < 0 && !blank) {
        start = i;
      }
      boolean ends = plain.charAt(i) == '.' || i + 1 == plain.length();
      if (start >= 0 && ends) {
        int end = plain.substring(0, i + 1).stripTrailing().length();
        sentences.add(new Sentence(start, end));
        start = -1;
      }
    }
    return sentences;
  }
}
