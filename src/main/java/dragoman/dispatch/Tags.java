package dragoman.dispatch;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tags may do in a translation, and how one is made safe to write. */
final class Tags {
  static final String BREAK = "br";
  static final String TAB = "tab";
  static final String IMAGE = "img";

  /** Something of the document that stands in the text: a footnote's number, a bookmark. */
  static final String OBJECT = "obj";

  private Tags() {}

  /** Whether a lone tag at a sentence's edge can stay outside the sentence. */
  static boolean movesAlong(Tag tag) {
    return spaces(tag) || tag.label().equals(IMAGE) || tag.label().equals(OBJECT);
  }

  /** Whether a tag parts words as a space does. */
  static boolean spaces(Tag tag) {
    return tag.kind() == Tag.Kind.ALONE && (tag.label().equals(BREAK) || tag.label().equals(TAB));
  }

  /**
   * A target with every tag's label and code as the source has them.
   *
   * @throws IllegalArgumentException if a tag is not among the source's or stands twice
   */
  static TaggedText fromSource(TaggedText source, TaggedText target) {
    List<Tag> filled = new ArrayList<>();
    for (Tag tag : target.tags()) {
      Tag own =
          source.tags().stream()
              .filter(tag::sameCode)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "The tag "
                              + tag.id()
                              + " at place "
                              + tag.at()
                              + " is not in the source; take tags from the source alone."));
      if (filled.stream().anyMatch(tag::sameCode)) {
        throw new IllegalArgumentException(
            "The tag “"
                + own.label()
                + "” ("
                + own.id()
                + ") stands twice in the translation; leave it once.");
      }
      filled.add(own.moved(tag.at()));
    }
    return new TaggedText(target.plain(), filled);
  }

  /**
   * A match's text with the tags of this source: each of the match's becomes the source's own of
   * the same kind and label, the one with its number before the next in order; what the source does
   * not have is left out.
   */
  static TaggedText adopted(TaggedText source, TaggedText match) {
    Map<Integer, Integer> numbers = new HashMap<>();
    Set<Tag> given = new HashSet<>();
    List<Tag> openings = match.tags().stream().filter(t -> t.kind() != Tag.Kind.CLOSE).toList();
    for (boolean sameNumber : new boolean[] {true, false}) {
      for (Tag tag : openings) {
        if (numbers.containsKey(key(tag))) {
          continue;
        }
        source.tags().stream()
            .filter(own -> own.kind() == tag.kind() && own.label().equals(tag.label()))
            .filter(own -> (!sameNumber || own.id() == tag.id()) && !given.contains(own))
            .findFirst()
            .ifPresent(
                own -> {
                  given.add(own);
                  numbers.put(key(tag), own.id());
                });
      }
    }
    List<Tag> kept = new ArrayList<>();
    for (Tag tag : match.tags()) {
      int number = numbers.getOrDefault(key(tag), openedElsewhere(match, tag) ? tag.id() : -1);
      source.tags().stream()
          .filter(own -> own.kind() == tag.kind() && own.id() == number)
          .filter(own -> own.label().equals(tag.label()) && kept.stream().noneMatch(own::sameCode))
          .findFirst()
          .ifPresent(own -> kept.add(own.moved(tag.at())));
    }
    return paired(source, new TaggedText(match.plain(), kept));
  }

  /** A pair has one number, and a lone tag may have the same. */
  private static int key(Tag tag) {
    return tag.kind() == Tag.Kind.ALONE ? -tag.id() : tag.id();
  }

  /** Whether a tag closes what an earlier sentence opened. */
  private static boolean openedElsewhere(TaggedText text, Tag tag) {
    return tag.kind() == Tag.Kind.CLOSE && !has(text, Tag.Kind.OPEN, tag.id());
  }

  /** Leaves out what is open and never closed, or the other way round, unless the source is so. */
  private static TaggedText paired(TaggedText source, TaggedText text) {
    List<Tag> kept = new ArrayList<>();
    for (Tag tag : text.tags()) {
      boolean pairInSource = tag.kind() != Tag.Kind.ALONE && has(source, opposite(tag), tag.id());
      if (!pairInSource || has(text, opposite(tag), tag.id())) {
        kept.add(tag);
      }
    }
    return new TaggedText(text.plain(), kept);
  }

  /**
   * A sentence's translation with what must not be lost: a picture or a footnote that the
   * translator left out goes to the sentence's end; formatting that was left out is left out.
   */
  static TaggedText withObjects(TaggedText source, TaggedText target) {
    List<Tag> tags = new ArrayList<>(target.tags());
    for (Tag tag : source.tags()) {
      if (tag.kind() == Tag.Kind.ALONE
          && !spaces(tag)
          && target.tags().stream().noneMatch(tag::sameCode)) {
        tags.add(tag.moved(target.plain().length()));
      }
    }
    return new TaggedText(target.plain(), tags);
  }

  /** A paragraph in which every pair is whole and pairs stand inside each other. */
  static TaggedText nested(TaggedText text) {
    List<Tag> tags = text.tags();
    Set<Integer> left = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      if (tag.kind() == Tag.Kind.OPEN) {
        open.push(i);
      } else if (tag.kind() == Tag.Kind.CLOSE) {
        boolean opened = open.stream().anyMatch(at -> tags.get(at).id() == tag.id());
        if (!opened) {
          left.add(i);
          continue;
        }
        while (tags.get(open.peek()).id() != tag.id()) {
          left.add(open.pop());
        }
        open.pop();
      }
    }
    left.addAll(open);
    List<Tag> kept = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      if (!left.contains(i)) {
        kept.add(tags.get(i));
      }
    }
    return new TaggedText(text.plain(), kept);
  }

  private static Tag.Kind opposite(Tag tag) {
    return tag.kind() == Tag.Kind.OPEN ? Tag.Kind.CLOSE : Tag.Kind.OPEN;
  }

  private static boolean has(TaggedText text, Tag.Kind kind, int id) {
    return text.tags().stream().anyMatch(tag -> tag.kind() == kind && tag.id() == id);
  }
}
