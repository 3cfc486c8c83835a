package dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What went wrong, as RFC 9457 wants it told.
 *
 * @param type names the kind of problem
 * @param title the kind in words, the same each time
 * @param status the HTTP status
 * @param detail one sentence for a person: what, where, what to do
 * @param current of a stale change: the thing as it is now; else null, and left out
 * @param trouble of texts that cannot be aligned: why, and what would do; else null, and left out
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) Object current,
    @JsonInclude(JsonInclude.Include.NON_NULL) Object trouble) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null, null);
  }

  /** The same with why texts cannot be aligned. */
  Problem with(Object why) {
    return new Problem(type, title, status, detail, current, why);
  }
}
