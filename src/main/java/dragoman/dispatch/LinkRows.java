package dragoman.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The links of an alignment in order, and where in each text they begin. */
final class LinkRows {
  private final List<LinkRow> rows;
  private final int[][] begins;

  LinkRows(List<LinkRow> rows, int sides) {
    this.rows = List.copyOf(rows);
    this.begins = new int[rows.size() + 1][sides];
    for (int k = 0; k < rows.size(); k++) {
      for (int side = 0; side < sides; side++) {
        begins[k + 1][side] = begins[k][side] + rows.get(k).counts().get(side);
      }
    }
  }

  List<LinkRow> rows() {
    return rows;
  }

  int size() {
    return rows.size();
  }

  LinkRow get(int place) {
    return rows.get(place);
  }

  int sides() {
    return begins[0].length;
  }

  /** Where the sentences of a link begin in a text, from 0; of one place more: where they end. */
  int begin(int place, int side) {
    return begins[place][side];
  }

  /** The place of a link. */
  int place(long id) {
    for (int k = 0; k < rows.size(); k++) {
      if (rows.get(k).id() == id) {
        return k;
      }
    }
    throw new NoSuchElementException("This alignment has no link " + id + " any more.");
  }

  /** The place of the link that a sentence is in. */
  int holding(int side, int segment) {
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (begins[middle + 1][side] > segment) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The same with others in the place of some. */
  LinkRows exchanged(int from, int to, List<LinkRow> others) {
    List<LinkRow> all = new ArrayList<>(rows.subList(0, from));
    all.addAll(others);
    all.addAll(rows.subList(to, rows.size()));
    return new LinkRows(all, sides());
  }

  StoredAlignment.Counts counts() {
    int linked = 0;
    int accepted = 0;
    int acceptedLinked = 0;
    int doubtful = 0;
    for (LinkRow row : rows) {
      linked += row.open() ? 0 : 1;
      accepted += row.accepted() ? 1 : 0;
      acceptedLinked += row.accepted() && !row.open() ? 1 : 0;
      doubtful += !row.open() && row.doubtful(StoredAlignment.SURE) ? 1 : 0;
    }
    return new StoredAlignment.Counts(
        rows.size(), linked, accepted, acceptedLinked, doubtful, rows.size() - linked);
  }
}
