package dragoman.web;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Optional;

/**
 * A text with its tags as a page sends them: where they stand and which they are. What is behind a
 * tag is taken from the text that it belongs to, never from a page.
 */
record TaggedTextBody(String plain, Optional<List<TagBody>> tags) {
  TaggedTextBody {
    if (plain == null) {
      throw Requests.missing("plain");
    }
  }

  /** The text with tags that have neither label nor code yet. */
  TaggedText text() {
    return new TaggedText(
        plain,
        tags.orElse(List.of()).stream()
            .map(tag -> new Tag(tag.at(), tag.kind(), tag.id(), "", ""))
            .toList());
  }

  /**
   * The text with every tag's label and code from among those known.
   *
   * @throws ProblemException 422 if a tag is not among them
   */
  TaggedText text(List<Tag> known) {
    TaggedText bare = text();
    return new TaggedText(
        bare.plain(), bare.tags().stream().map(tag -> filled(tag, known)).toList());
  }

  private static Tag filled(Tag tag, List<Tag> known) {
    return known.stream()
        .filter(tag::sameCode)
        .findFirst()
        .map(own -> own.moved(tag.at()))
        .orElseThrow(
            () ->
                new ProblemException(
                    422,
                    "Unknown tag",
                    "The tag "
                        + tag.id()
                        + " at place "
                        + tag.at()
                        + " is in none of the unit's texts; take tags from there alone."));
  }

  record TagBody(Integer at, Tag.Kind kind, Integer id) {
    TagBody {
      if (at == null || kind == null || id == null) {
        throw Requests.missing("at, kind or id of a tag");
      }
    }
  }
}
