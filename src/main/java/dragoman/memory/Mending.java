package dragoman.memory;

import dragoman.language.Edit;
import dragoman.language.Rewriting;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The changes of one target, gathered and then made at once. */
final class Mending {
  private final TaggedText target;
  private final List<Change> changes = new ArrayList<>();
  private boolean certain = true;

  private record Change(Exchange.Kind kind, Edit edit) {}

  Mending(TaggedText target) {
    this.target = target;
  }

  String text() {
    return target.plain();
  }

  void add(Exchange.Kind kind, Rewriting rewriting) {
    rewriting.edits().forEach(edit -> add(kind, edit));
    certain &= rewriting.certain();
  }

  void add(Exchange.Kind kind, Edit edit) {
    boolean known = changes.stream().anyMatch(change -> change.edit().equals(edit));
    if (!known) {
      changes.add(new Change(kind, edit));
    }
  }

  void doubt() {
    certain = false;
  }

  boolean certain() {
    return certain;
  }

  /** The target with all changes; nothing where two of them are about one place. */
  Optional<Repaired> made() {
    changes.sort(
        Comparator.comparingInt((Change c) -> c.edit().start())
            .thenComparingInt(c -> c.edit().end()));
    StringBuilder out = new StringBuilder();
    List<Exchange> exchanges = new ArrayList<>();
    List<int[]> moves = new ArrayList<>();
    int from = 0;
    for (Change change : changes) {
      Edit edit = change.edit();
      if (edit.start() < from) {
        return Optional.empty();
      }
      out.append(text(), from, edit.start());
      String old = text().substring(edit.start(), edit.end());
      if (!old.equals(edit.text())) {
        exchanges.add(new Exchange(change.kind(), old, edit.text(), out.length()));
      }
      moves.add(new int[] {edit.start(), edit.end(), out.length(), edit.text().length()});
      out.append(edit.text());
      from = edit.end();
    }
    out.append(text().substring(from));
    List<Tag> tags = target.tags().stream().map(tag -> tag.moved(moved(tag.at(), moves))).toList();
    return Optional.of(new Repaired(new TaggedText(out.toString(), tags), certain, exchanges));
  }

  /** Where a place of the old text is in the new one. */
  private static int moved(int at, List<int[]> moves) {
    int shift = 0;
    for (int[] move : moves) {
      if (at >= move[1] && (at > move[0] || move[0] == move[1])) {
        shift = move[2] + move[3] - move[1];
      } else if (at > move[0]) {
        return move[2] + move[3];
      }
    }
    return at + shift;
  }
}
