package dragoman.quality;

import dragoman.glossary.Span;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Inline tags: all of the source's, no others, each pair opened before it is closed. */
final class TagCheck {
  private TagCheck() {}

  static List<Finding> check(TaggedText source, TaggedText target) {
    List<Finding> findings = new ArrayList<>();
    List<Tag> left = new ArrayList<>(target.tags());
    for (Tag tag : source.tags()) {
      if (!left.removeIf(first(left, tag))) {
        findings.add(
            finding(
                "tag.missing",
                Severity.ERROR,
                "The tag " + shown(tag) + " of the source is missing.",
                Optional.of(tag),
                Optional.empty()));
      }
    }
    for (Tag tag : left) {
      findings.add(
          finding(
              "tag.extra",
              Severity.ERROR,
              "The source has no tag " + shown(tag) + "; take it out.",
              Optional.empty(),
              Optional.of(tag)));
    }
    unbalanced(target)
        .ifPresent(
            tag ->
                findings.add(
                    finding(
                        "tag.unbalanced",
                        Severity.ERROR,
                        "The tag " + shown(tag) + " is not opened and closed in turn with others.",
                        Optional.empty(),
                        Optional.of(tag))));
    if (findings.isEmpty() && !sameOrder(source.tags(), target.tags())) {
      findings.add(
          finding(
              "tag.order",
              Severity.INFO,
              "The tags stand in another order than in the source.",
              source.tags().stream().findFirst(),
              target.tags().stream().findFirst()));
    }
    return findings;
  }

  /** Matches the first tag with the same code and nothing else, so that doubles are counted. */
  private static Predicate<Tag> first(List<Tag> tags, Tag wanted) {
    Optional<Tag> match = tags.stream().filter(t -> t.sameCode(wanted)).findFirst();
    return t -> match.isPresent() && t == match.get();
  }

  private static Optional<Tag> unbalanced(TaggedText text) {
    Deque<Tag> open = new ArrayDeque<>();
    for (Tag tag : text.tags()) {
      if (tag.kind() == Tag.Kind.OPEN) {
        open.push(tag);
      } else if (tag.kind() == Tag.Kind.CLOSE) {
        if (open.isEmpty() || open.peek().id() != tag.id()) {
          // a pair may begin or end in a neighbouring segment: only crossing pairs are wrong
          boolean crosses = open.stream().anyMatch(t -> t.id() == tag.id());
          boolean opensLater =
              text.tags().stream()
                  .anyMatch(
                      t -> t.kind() == Tag.Kind.OPEN && t.id() == tag.id() && !open.contains(t));
          if (crosses || opensLater) {
            return Optional.of(tag);
          }
        } else {
          open.pop();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean sameOrder(List<Tag> source, List<Tag> target) {
    for (int i = 0; i < Math.min(source.size(), target.size()); i++) {
      if (!source.get(i).sameCode(target.get(i))) {
        return false;
      }
    }
    return source.size() == target.size();
  }

  private static Finding finding(
      String rule, Severity severity, String message, Optional<Tag> source, Optional<Tag> target) {
    return Finding.of(rule, severity, message, source.map(TagCheck::at), target.map(TagCheck::at));
  }

  private static Span at(Tag tag) {
    return new Span(tag.at(), tag.at());
  }

  private static String shown(Tag tag) {
    return switch (tag.kind()) {
      case OPEN -> "<" + tag.label() + ">";
      case CLOSE -> "</" + tag.label() + ">";
      case ALONE -> "<" + tag.label() + "/>";
    };
  }
}
