package dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import dragoman.account.TooManyAttemptsException;
import dragoman.storage.StaleVersionException;
import dragoman.storage.StorageException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that can go wrong into a problem that a person can read. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final ObjectMapper mapper;
  private final AtomicLong failures = new AtomicLong();

  Problems(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void install(RoutesConfig routes) {
    routes.exception(Exception.class, (e, ctx) -> answer(ctx, problem(e, ctx)));
    // Javalin has a handler of its own for these, which would win as the nearer class.
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problem(e, ctx)));
  }

  /** What not even an exception is, as too little memory: the server goes on, the log tells. */
  void defect(HttpServletResponse response, Error error) {
    LOG.error("The server is broken or out of memory.", error);
    response.setStatus(500);
  }

  void answer(Context ctx, Problem problem) {
    try {
      ctx.status(problem.status())
          .result(mapper.writeValueAsBytes(problem))
          .contentType(Problem.MEDIA_TYPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem cannot be written as JSON.", e);
    }
  }

  private Problem problem(Exception e, Context ctx) {
    if (e instanceof ProblemException known) {
      return known.problem();
    }
    if (e instanceof StaleVersionException) {
      return Problem.of(409, "Changed meanwhile", e.getMessage());
    }
    if (e instanceof TooManyAttemptsException late) {
      ctx.header("Retry-After", Long.toString(Math.max(1, late.waitFor().toSeconds())));
      return Problem.of(429, "Too many attempts", e.getMessage());
    }
    if (e instanceof StreamConstraintsException) {
      return tooLarge();
    }
    if (e instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    if (e instanceof HttpResponseException http) {
      return ofHttp(http, ctx);
    }
    if (e instanceof HttpException transport) {
      return transport.getCode() == 413
          ? tooLarge()
          : Problem.of(
              transport.getCode(),
              "Unreadable request",
              "The request breaks off or is not built as its headers say; send it again.");
    }
    if (e instanceof NoSuchElementException && isForAPerson(e)) {
      return Problem.of(404, "Not there", e.getMessage());
    }
    if (e instanceof IllegalArgumentException && isForAPerson(e)) {
      return Problem.of(422, "Cannot be done", e.getMessage());
    }
    if (e instanceof StorageException) {
      LOG.error("{} {} failed in the database.", ctx.method(), ctx.path(), e);
      return Problem.of(503, "The database does not answer", e.getMessage());
    }
    if (ctx.isMultipartFormData() && isBrokenForm(e)) {
      // The rest of the form was not read: Jetty hangs up, and who asks next must know it.
      ctx.header("Connection", "close");
      return brokenForm(e);
    }
    return unexpected(e, ctx);
  }

  /**
   * Jetty tells a form that it cannot read by many exceptions, all from its own reader of forms.
   */
  private static boolean isBrokenForm(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (Arrays.stream(cause.getStackTrace())
          .anyMatch(frame -> frame.getClassName().endsWith(".MultipartUtil"))) {
        return true;
      }
    }
    return false;
  }

  private static Problem brokenForm(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("exceed")) {
        return tooLarge();
      }
    }
    return Problem.of(
        400,
        "Unreadable request",
        "The form is not built as multipart/form-data is, or breaks off; send it again.");
  }

  private Problem unexpected(Exception e, Context ctx) {
    long number = failures.incrementAndGet();
    LOG.error("Failure {}: {} {}", number, ctx.method(), ctx.path(), e);
    return Problem.of(
        500,
        "Failed on the server",
        "This failed on the server and was not done; the server's log tells why under “Failure "
            + number
            + "”.");
  }

  private static Problem ofHttp(HttpResponseException e, Context ctx) {
    String path = ctx.path();
    return switch (e.getStatus()) {
      case 404 ->
          Problem.of(404, "Not there", "There is nothing at " + path + "; check the address.");
      case 405 ->
          Problem.of(
              405,
              "Method not allowed",
              ctx.method() + " cannot be used on " + path + "; see /api/openapi.json.");
      case 413 -> tooLarge();
      default -> Problem.of(e.getStatus(), "Cannot be answered", e.getMessage());
    };
  }

  static Problem tooLarge() {
    return Problem.of(
        413,
        "Too large",
        "A request may have 50 MB at most; split the file, or import it on the server by the"
            + " command line.");
  }

  private static Problem unreadable(JsonProcessingException e) {
    String where =
        e.getLocation() == null || e.getLocation().getLineNr() < 1
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      String words =
          Arrays.stream(format.getTargetType().getEnumConstants())
              .map(value -> Json.word((Enum<?>) value))
              .collect(Collectors.joining(", "));
      return Problem.of(
          400,
          "Unreadable request",
          "“"
              + field(format)
              + "” cannot be “"
              + format.getValue()
              + "”; it is one of "
              + words
              + ".");
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Problem.of(
          400,
          "Unreadable request",
          "“" + field(mapping) + "” is not of the right kind" + where + "; see /api/openapi.json.");
    }
    return Problem.of(400, "Unreadable request", "The request is not good JSON" + where + ".");
  }

  private static String field(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(step -> Optional.ofNullable(step.getFieldName()).orElse("" + step.getIndex()))
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "the body" : path;
  }

  /** Our rooms speak in sentences; what the JDK throws is a defect and must not reach a person. */
  private static boolean isForAPerson(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getMessage() != null
        && trace.length > 0
        && trace[0].getClassName().startsWith("dragoman.");
  }
}
