package dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dragoman.language.LanguageTag;
import io.javalin.http.Context;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a request asks for, and says in a sentence what is wrong with it. */
final class Requests {
  private static final int MOST_AT_ONCE = 500;

  /** No request of the API says more than this in JSON, in bytes. */
  private static final int LARGEST_JSON = 16 << 20;

  private final ObjectMapper mapper;

  Requests(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The body as a record; every component that is not an Optional must be there.
   *
   * @throws ProblemException 400 if one is missing, 415 if the body is not JSON
   */
  <T extends Record> T body(Context ctx, Class<T> type) throws IOException {
    return read(tree(ctx), type);
  }

  /** The body as it stands, where it matters whether a member is left out or null. */
  JsonNode tree(Context ctx) throws IOException {
    String contentType = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!contentType.startsWith("application/json")) {
      throw new ProblemException(
          415, "Not JSON", "This request takes a body of Content-Type application/json.");
    }
    byte[] body = ctx.bodyAsBytes();
    if (body.length > LARGEST_JSON) {
      throw new ProblemException(Problems.tooLarge());
    }
    return mapper.readTree(body);
  }

  /** A body that was read as a {@linkplain #tree tree}, as {@link #body} reads it. */
  <T extends Record> T read(JsonNode tree, Class<T> type) throws IOException {
    if (!tree.isObject()) {
      throw tree.isMissingNode() || tree.isNull()
          ? missing("the body")
          : new ProblemException(
              400, "Unreadable request", "The body must be a JSON object, as {\"name\": …}.");
    }
    T value = mapper.treeToValue(tree, type);
    if (value == null) {
      throw missing("the body");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      Object member = valueOf(component, value);
      if (member == null) {
        throw missing(component.getName());
      }
      if (member instanceof List<?> list && list.contains(null)) {
        throw new ProblemException(
            400, "Unreadable request", "“" + component.getName() + "” has a null in it.");
      }
    }
    return value;
  }

  private static Object valueOf(RecordComponent component, Record value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record's component cannot be read.", e);
    }
  }

  /** A number in the path, as {@code /api/dispatches/12}. */
  static long number(Context ctx, String name) {
    String given = ctx.pathParam(name);
    return wholeNumber(given)
        .orElseThrow(
            () ->
                new ProblemException(
                    404,
                    "Not there",
                    "There is nothing at " + ctx.path() + "; check the address."));
  }

  /** A required number in the query. */
  static long queryNumber(Context ctx, String name) {
    return wholeNumber(required(ctx, name))
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "Unreadable request", "“" + name + "” must be a whole number."));
  }

  /** What stands in the query, stripped; empty where it is left out or blank. */
  static Optional<String> query(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** What must stand in the query. */
  static String required(Context ctx, String name) {
    return query(ctx, name).orElseThrow(() -> missing(name));
  }

  /** A language in the query; empty where it is left out. */
  static Optional<LanguageTag> language(Context ctx, String name) {
    return query(ctx, name).map(LanguageTag::of);
  }

  /** A day in the query, as {@code 2026-11-25}; empty where it is left out. */
  static Optional<LocalDate> day(Context ctx, String name) {
    Optional<String> given = query(ctx, name);
    try {
      return given.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          400,
          "Unreadable request",
          "“" + name + "” must be a day as 2026-11-25, not “" + given.orElse("") + "”.");
    }
  }

  /** One of an enum's words in the query, in any case; empty where it is left out. */
  static <E extends Enum<E>> Optional<E> word(Context ctx, String name, Class<E> type) {
    Optional<String> given = query(ctx, name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    for (E value : type.getEnumConstants()) {
      if (Json.word(value).equalsIgnoreCase(given.get())) {
        return Optional.of(value);
      }
    }
    String words =
        Arrays.stream(type.getEnumConstants()).map(Json::word).collect(Collectors.joining(", "));
    throw new ProblemException(
        400,
        "Unreadable request",
        "“" + name + "” cannot be “" + given.get() + "”; it is one of " + words + ".");
  }

  /** A language that must stand in the query. */
  static LanguageTag requiredLanguage(Context ctx, String name) {
    return LanguageTag.of(required(ctx, name));
  }

  /**
   * The part of a list that is asked for: {@code offset} (default 0), {@code limit} (50, to 500).
   */
  static Paging paging(Context ctx) {
    int offset = bounded(ctx, "offset", 0, 0, Integer.MAX_VALUE);
    int limit = bounded(ctx, "limit", 50, 1, MOST_AT_ONCE);
    return new Paging(offset, limit);
  }

  /** A whole number in the query within bounds. */
  static int bounded(Context ctx, String name, int otherwise, int least, int most) {
    Optional<String> given = query(ctx, name);
    if (given.isEmpty()) {
      return otherwise;
    }
    Optional<Long> number = wholeNumber(given.get());
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      throw new ProblemException(
          400,
          "Unreadable request",
          "“"
              + name
              + "” must be a whole number from "
              + least
              + " to "
              + most
              + ", not “"
              + given.get()
              + "”.");
    }
    return number.get().intValue();
  }

  static ProblemException missing(String name) {
    return new ProblemException(400, "Something is missing", "“" + name + "” is missing.");
  }

  private static Optional<Long> wholeNumber(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A part of a list. */
  record Paging(int offset, int limit) {
    /** An answer with this part's items. */
    <T> PageView<T> of(List<T> items, long total) {
      return new PageView<>(items, total, offset, limit);
    }
  }

  /** A part of a list, as it is answered. */
  record PageView<T>(List<T> items, long total, int offset, int limit) {}

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON.", e);
    }
  }
}
