package dragoman.web;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.List;

/** A text with its tags as a page shows them: without the document's own codes. */
record TaggedTextView(String plain, List<TagView> tags) {
  static TaggedTextView of(TaggedText text) {
    return new TaggedTextView(text.plain(), text.tags().stream().map(TagView::of).toList());
  }

  record TagView(int at, Tag.Kind kind, int id, String label) {
    static TagView of(Tag tag) {
      return new TagView(tag.at(), tag.kind(), tag.id(), tag.label());
    }
  }
}
