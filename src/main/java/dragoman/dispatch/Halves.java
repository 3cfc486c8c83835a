package dragoman.dispatch;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a translation where its sentence is joined to the next, or split in two. */
final class Halves {
  private Halves() {}

  /**
   * A sentence made of two.
   *
   * @param source the text of both with all tags
   * @param first how much of it is the first sentence
   * @param second where the second one begins
   */
  record Joined(TaggedText source, int first, int second) {}

  /**
   * The translation of a joined sentence: both, with one space between them where the source has
   * any. Tags that stood outside of both sentences, as those of bold around the whole of one, come
   * along.
   */
  static TaggedText together(
      Joined joined, TaggedText source, TaggedText next, TaggedText target, TaggedText nextTarget) {
    if (target.isBlank() || nextTarget.isBlank()) {
      return fit(joined.source(), target.isBlank() ? nextTarget : target);
    }
    String gap = joined.first() == joined.second() ? "" : " ";
    String left = target.plain().stripTrailing();
    String right = nextTarget.plain().stripLeading();
    int cut = nextTarget.plain().length() - right.length();
    List<Tag> start = new ArrayList<>();
    List<Tag> middle = new ArrayList<>();
    List<Tag> behind = new ArrayList<>();
    List<Tag> end = new ArrayList<>();
    String plain = left + gap + right;
    for (Tag tag : joined.source().tags()) {
      if (has(source, tag) || has(next, tag)) {
        continue;
      }
      if (tag.at() >= joined.source().plain().length()) {
        end.add(tag.moved(plain.length()));
      } else if (tag.at() >= joined.second() && tag.kind() != Tag.Kind.CLOSE) {
        behind.add(tag.moved(left.length() + gap.length()));
      } else if (tag.at() >= joined.first()) {
        middle.add(tag.moved(left.length()));
      } else {
        start.add(tag.moved(0));
      }
    }
    List<Tag> tags = new ArrayList<>(start);
    target.tags().forEach(tag -> tags.add(tag.moved(Math.min(tag.at(), left.length()))));
    tags.addAll(middle);
    tags.addAll(behind);
    nextTarget
        .tags()
        .forEach(
            tag -> tags.add(tag.moved(left.length() + gap.length() + Math.max(0, tag.at() - cut))));
    tags.addAll(end);
    return fit(joined.source(), new TaggedText(plain, tags));
  }

  /** The part of a translation before a place, as one of a source that is a part too. */
  static TaggedText before(TaggedText source, TaggedText target, int at) {
    int end = at;
    while (end > 0 && blank(target.plain().charAt(end - 1))) {
      end--;
    }
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : target.tags()) {
      if (tag.at() < at || tag.at() == at && tag.kind() == Tag.Kind.CLOSE) {
        tags.add(tag.moved(Math.min(tag.at(), end)));
      }
    }
    return fit(source, new TaggedText(target.plain().substring(0, end), tags));
  }

  /** The part of a translation behind a place. */
  static TaggedText behind(TaggedText source, TaggedText target, int at) {
    int start = at;
    while (start < target.plain().length() && blank(target.plain().charAt(start))) {
      start++;
    }
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : target.tags()) {
      if (tag.at() > at || tag.at() == at && tag.kind() != Tag.Kind.CLOSE) {
        tags.add(tag.moved(Math.max(0, tag.at() - start)));
      }
    }
    return fit(source, new TaggedText(target.plain().substring(start), tags));
  }

  /** The text with those tags alone that the source has, each once. */
  static TaggedText fit(TaggedText source, TaggedText text) {
    List<Tag> kept = new ArrayList<>();
    for (Tag tag : text.tags()) {
      source.tags().stream()
          .filter(own -> own.sameCode(tag) && kept.stream().noneMatch(tag::sameCode))
          .findFirst()
          .ifPresent(own -> kept.add(own.moved(tag.at())));
    }
    return new TaggedText(text.plain(), kept);
  }

  private static boolean has(TaggedText text, Tag tag) {
    return text.tags().stream().anyMatch(tag::sameCode);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
