package dragoman.dispatch.care;

import dragoman.memory.Exchange;
import dragoman.memory.Repaired;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a source's tags into its target, where their place is beyond doubt. */
final class TagMending {
  private TagMending() {}

  /**
   * The target with the tags of the source and no others; nothing where a missing one might stand
   * in several places.
   */
  static Optional<TaggedText> mend(TaggedText source, TaggedText target) {
    List<Tag> kept = new ArrayList<>();
    List<Tag> missing = new ArrayList<>(source.tags());
    for (Tag tag : target.tags()) {
      Optional<Tag> same = missing.stream().filter(t -> t.sameCode(tag)).findFirst();
      if (same.isPresent()) {
        // By identity: equal tags at equal places are two all the same.
        missing.removeIf(t -> t == same.get());
        kept.add(tag);
      }
    }
    int end = target.plain().length();
    List<Tag> first = new ArrayList<>();
    List<Tag> last = new ArrayList<>();
    for (Tag tag : missing) {
      if (source.plain().substring(0, tag.at()).isBlank()) {
        first.add(tag.moved(0));
      } else if (source.plain().substring(tag.at()).isBlank()) {
        last.add(tag.moved(end));
      } else {
        Optional<Tag> placed = placed(tag, missing, source, target.plain());
        if (placed.isEmpty()) {
          return Optional.empty();
        }
        kept.add(placed.get());
      }
    }
    List<Tag> all = new ArrayList<>(first);
    all.addAll(kept);
    all.addAll(last);
    return Optional.of(new TaggedText(target.plain(), all));
  }

  /** Around what stands once in both texts, as a name or a number. */
  private static Optional<Tag> placed(
      Tag tag, List<Tag> missing, TaggedText source, String target) {
    Optional<Tag> other =
        missing.stream().filter(t -> t.id() == tag.id() && t.kind() != tag.kind()).findFirst();
    if (tag.kind() == Tag.Kind.ALONE || other.isEmpty()) {
      return Optional.empty();
    }
    boolean opens = tag.kind() == Tag.Kind.OPEN;
    int start = opens ? tag.at() : other.get().at();
    int end = opens ? other.get().at() : tag.at();
    if (start >= end) {
      return Optional.empty();
    }
    String inside = source.plain().substring(start, end);
    int at = target.indexOf(inside);
    boolean once =
        at >= 0
            && target.indexOf(inside, at + 1) < 0
            && source.plain().indexOf(inside) == start
            && source.plain().indexOf(inside, start + 1) < 0;
    return inside.isBlank() || !once
        ? Optional.empty()
        : Optional.of(tag.moved(opens ? at : at + inside.length()));
  }

  /**
   * The tags of a text in its repaired form; nothing where one stands inside of what was exchanged.
   */
  static Optional<TaggedText> carried(TaggedText before, Repaired repaired) {
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : before.tags()) {
      int shift = 0;
      for (Exchange exchange : repaired.exchanges()) {
        int start = exchange.start() - shift;
        int end = start + exchange.from().length();
        if (tag.at() > start && tag.at() < end) {
          return Optional.empty();
        }
        if (tag.at() >= end) {
          shift += exchange.to().length() - exchange.from().length();
        }
      }
      tags.add(tag.moved(tag.at() + shift));
    }
    boolean inside =
        tags.stream().allMatch(t -> t.at() >= 0 && t.at() <= repaired.text().plain().length());
    return inside ? Optional.of(new TaggedText(repaired.text().plain(), tags)) : Optional.empty();
  }
}
