package dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What goes wrong before a request reaches a route, as a bad address, is a problem as well. */
final class TransportErrors extends ErrorHandler {
  private final ObjectMapper mapper;

  TransportErrors(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(true, ByteBuffer.wrap(problem(status)), callback);
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    return ByteBuffer.wrap(problem(status));
  }

  private byte[] problem(int status) {
    String title = HttpStatus.getMessage(status);
    String detail =
        status < 500
            ? "The request is not one that this server understands; check its address and headers."
            : "This failed on the server and was not done; the server's log tells why.";
    try {
      return mapper.writeValueAsBytes(Problem.of(status, title, detail));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem cannot be written as JSON.", e);
    }
  }
}
