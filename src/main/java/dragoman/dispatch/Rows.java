package dragoman.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dragoman.language.LanguageTag;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How this room's values stand in the columns of its tables. */
final class Rows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<List<Object>>> LISTS = new TypeReference<>() {};

  private Rows() {}

  static Segment segment(ResultSet row) throws SQLException {
    return new Segment(
        row.getLong("id"),
        row.getLong("dispatch_id"),
        row.getInt("number"),
        row.getInt("paragraph"),
        Segment.Kind.valueOf(row.getString("kind")),
        text(row),
        row.getInt("words"),
        row.getLong("version"));
  }

  static Translation translation(ResultSet row) throws SQLException {
    return new Translation(
        row.getLong("segment_id"),
        LanguageTag.of(row.getString("language")),
        text(row),
        SegmentState.valueOf(row.getString("state")),
        row.getBoolean("locked"),
        row.getLong("version"),
        Optional.of(instant(row, "changed_at")),
        row.getString("changed_by"),
        origin(row),
        number(row, "unit"));
  }

  static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("segment_id"),
        LanguageTag.of(row.getString("language")),
        row.getLong("version"),
        text(row),
        SegmentState.valueOf(row.getString("state")),
        row.getBoolean("locked"),
        instant(row, "at"),
        row.getString("who"),
        origin(row),
        number(row, "terms"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static Optional<Origin> origin(ResultSet row) throws SQLException {
    OptionalLong unit = number(row, "origin_unit");
    return unit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Origin(unit.getAsLong(), row.getInt("origin_score"), row.getString("origin_kind")));
  }

  static TaggedText text(ResultSet row) throws SQLException {
    return text(row.getString("plain"), row.getString("tags"));
  }

  /**
   * A text of two columns.
   *
   * @param json the tags; null for none
   */
  static TaggedText text(String plain, String json) throws SQLException {
    List<Tag> tags = new ArrayList<>();
    if (json != null) {
      try {
        for (List<Object> tag : JSON.readValue(json, LISTS)) {
          tags.add(
              new Tag(
                  (Integer) tag.get(0),
                  Tag.Kind.valueOf((String) tag.get(1)),
                  (Integer) tag.get(2),
                  (String) tag.get(3),
                  (String) tag.get(4)));
        }
      } catch (JsonProcessingException e) {
        throw new SQLException("The tags of a text cannot be read: " + json, e);
      }
    }
    return new TaggedText(plain, tags);
  }

  /** A text's tags for its column; empty for none. */
  static Optional<String> tags(TaggedText text) {
    if (text.tags().isEmpty()) {
      return Optional.empty();
    }
    List<List<Object>> lists = new ArrayList<>();
    for (Tag tag : text.tags()) {
      lists.add(List.of(tag.at(), tag.kind().name(), tag.id(), tag.label(), tag.data()));
    }
    try {
      return Optional.of(JSON.writeValueAsString(lists));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
