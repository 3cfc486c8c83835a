package dragoman.dispatch;

import dragoman.segmentation.Sentence;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A paragraph cut into sentences, and put together again.
 *
 * <p>Every tag goes to the sentence that it stands in. A tag at a sentence's edge that does nothing
 * inside of it stays outside, with the white space between the sentences: what is bold as a whole
 * has the same text in the memory as what is not. A pair that begins in one sentence and ends in
 * another leaves its opening in the one and its closing in the other.
 */
final class Splitting {
  private final TaggedText paragraph;
  private final List<Sentence> sentences;
  private final int[] from;
  private final int[] to;

  /**
   * Cuts a paragraph.
   *
   * @param sentences in order, none of them overlapping
   */
  Splitting(TaggedText paragraph, List<Sentence> sentences) {
    this.paragraph = paragraph;
    this.sentences = List.copyOf(sentences);
    this.from = new int[sentences.size()];
    this.to = new int[sentences.size()];
    int next = 0;
    for (int i = 0; i < sentences.size(); i++) {
      next = assign(i, next);
    }
  }

  /** The sentences' texts with their tags, places counted from each sentence's start. */
  List<TaggedText> texts() {
    List<TaggedText> texts = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      texts.add(text(i));
    }
    return texts;
  }

  private TaggedText text(int sentence) {
    Sentence place = sentences.get(sentence);
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : paragraph.tags().subList(from[sentence], to[sentence])) {
      tags.add(tag.moved(tag.at() - place.start()));
    }
    return new TaggedText(place.of(paragraph.plain()), tags);
  }

  /**
   * The paragraph with some sentences exchanged, what is between them as it was.
   *
   * @param exchanged new text by the sentence's index
   */
  TaggedText joined(Map<Integer, TaggedText> exchanged) {
    StringBuilder plain = new StringBuilder();
    List<Tag> tags = new ArrayList<>();
    int at = 0;
    int tag = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence place = sentences.get(i);
      copy(at, place.start(), tag, from[i], plain, tags);
      TaggedText text = exchanged.get(i);
      if (text == null) {
        text = text(i);
      }
      for (Tag own : text.tags()) {
        tags.add(own.moved(plain.length() + own.at()));
      }
      plain.append(text.plain());
      at = place.end();
      tag = to[i];
    }
    copy(at, paragraph.plain().length(), tag, paragraph.tags().size(), plain, tags);
    return new TaggedText(plain.toString(), tags);
  }

  private void copy(
      int start, int end, int tagFrom, int tagTo, StringBuilder plain, List<Tag> tags) {
    for (Tag tag : paragraph.tags().subList(tagFrom, tagTo)) {
      int within = Math.max(start, Math.min(end, tag.at()));
      tags.add(tag.moved(plain.length() + within - start));
    }
    plain.append(paragraph.plain(), start, end);
  }

  /** Gives a sentence its tags and returns the index of the first tag behind them. */
  private int assign(int sentence, int next) {
    Sentence place = sentences.get(sentence);
    List<Tag> tags = paragraph.tags();
    int first = next;
    while (first < tags.size() && tags.get(first).at() < place.start()) {
      first++;
    }
    int last = first;
    while (last < tags.size() && tags.get(last).at() <= place.end()) {
      last++;
    }
    while (first < last
        && tags.get(first).at() == place.start()
        && outsideAtStart(tags.get(first), place)) {
      first++;
    }
    while (last > first
        && tags.get(last - 1).at() == place.end()
        && outsideAtEnd(tags.get(last - 1), first)) {
      last--;
    }
    from[sentence] = first;
    to[sentence] = last;
    return last;
  }

  private boolean outsideAtStart(Tag tag, Sentence place) {
    return switch (tag.kind()) {
      case CLOSE -> true;
      case ALONE -> Tags.movesAlong(tag);
      case OPEN -> {
        int closing = other(tag, Tag.Kind.CLOSE);
        yield closing < 0 || paragraph.tags().get(closing).at() >= place.end();
      }
    };
  }

  private boolean outsideAtEnd(Tag tag, int first) {
    return switch (tag.kind()) {
      case OPEN -> true;
      case ALONE -> Tags.movesAlong(tag);
      case CLOSE -> other(tag, Tag.Kind.OPEN) < first;
    };
  }

  private int other(Tag tag, Tag.Kind kind) {
    List<Tag> tags = paragraph.tags();
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).id() == tag.id() && tags.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }
}
