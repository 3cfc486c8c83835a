package dragoman.exchange;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text as the content of a TMX {@code seg}: its tags are {@code bpt, ept, it} and {@code ph}. */
final class SegMarkup {
  private final StringBuilder out = new StringBuilder();

  private SegMarkup() {}

  static String of(TaggedText text) {
    return new SegMarkup().segment(text);
  }

  private String segment(TaggedText text) {
    Set<Integer> opened = new HashSet<>();
    Set<Integer> paired = paired(text.tags());
    int from = 0;
    for (Tag tag : text.tags()) {
      characters(text.plain().substring(from, tag.at()));
      from = tag.at();
      String id = String.valueOf(tag.id());
      switch (tag.kind()) {
        case OPEN -> {
          if (paired.contains(tag.id()) && opened.add(tag.id())) {
            code("bpt", tag, "i", id, "x", id);
          } else {
            code("it", tag, "pos", "begin", "x", id);
          }
        }
        case CLOSE -> {
          if (opened.contains(tag.id())) {
            code("ept", tag, "i", id);
          } else {
            code("it", tag, "pos", "end", "x", id);
          }
        }
        case ALONE -> code("ph", tag, "x", id);
      }
    }
    characters(text.plain().substring(from));
    return out.toString();
  }

  /** Ids whose opening tag stands before its closing one. */
  private static Set<Integer> paired(List<Tag> tags) {
    Set<Integer> open = new HashSet<>();
    Set<Integer> paired = new HashSet<>();
    for (Tag tag : tags) {
      if (tag.kind() == Tag.Kind.OPEN) {
        open.add(tag.id());
      } else if (tag.kind() == Tag.Kind.CLOSE && open.contains(tag.id())) {
        paired.add(tag.id());
      }
    }
    return paired;
  }

  private void code(String element, Tag tag, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    if (!element.equals("ept")) {
      attribute("type", Xml.writable(tag.label()));
    }
    out.append('>');
    characters(tag.data());
    out.append("</").append(element).append('>');
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Xml.escape(value, true, out);
    out.append('"');
  }

  private void characters(String text) {
    Xml.escape(Xml.writable(text), false, out);
  }
}
