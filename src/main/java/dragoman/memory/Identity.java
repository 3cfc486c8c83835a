package dragoman.memory;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.List;

/** When two texts are the same text with the same tags. */
final class Identity {
  private Identity() {}

  /** Same plain text, same tags at the same places. What a tag's code says is not compared. */
  static boolean same(TaggedText a, TaggedText b) {
    if (!a.plain().equals(b.plain()) || a.tags().size() != b.tags().size()) {
      return false;
    }
    for (int i = 0; i < a.tags().size(); i++) {
      Tag one = a.tags().get(i);
      Tag other = b.tags().get(i);
      if (one.at() != other.at() || !sameTag(one, other)) {
        return false;
      }
    }
    return true;
  }

  static boolean sameTag(Tag a, Tag b) {
    return a.sameCode(b) && a.label().equals(b.label());
  }

  /** The same for all texts that are the {@linkplain #same same} in a language. */
  static long hash(String languageKey, TaggedText text) {
    Hash64 hash = new Hash64().add(languageKey).add(text.plain());
    List<Tag> tags = text.tags();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      hash.add(tag.at()).add(tag.kind().ordinal()).add(tag.id()).add(tag.label());
    }
    return hash.value();
  }
}
