package dragoman.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dragoman.account.Accounts;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** The running server: pages and API on one address. */
public final class WebServer implements AutoCloseable {
  private final Javalin javalin;
  private final Settings settings;

  private WebServer(Javalin javalin, Settings settings) {
    this.javalin = javalin;
    this.settings = settings;
  }

  /**
   * Starts to answer.
   *
   * @throws IOException if the address is taken or is not this machine's; the message is one
   *     sentence for a person
   */
  public static WebServer start(Settings settings, Accounts accounts) throws IOException {
    boolean loopback = isLoopback(settings.host());
    Javalin javalin = Javalin.create(config -> configure(config, settings, loopback, accounts));
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new IOException(
          "Port "
              + settings.port()
              + " of "
              + settings.host()
              + " is taken; stop what listens there, or choose another by --port.",
          e);
    }
    return new WebServer(javalin, settings);
  }

  private static void configure(
      JavalinConfig config, Settings settings, boolean loopback, Accounts accounts) {
    ObjectMapper mapper = Json.mapper();
    Requests requests = new Requests(mapper);
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Guard.LARGEST;
    config.jetty.multipartConfig.maxTotalRequestSize(Guard.LARGEST, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxFileSize(Guard.LARGEST, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jsonMapper(new JavalinJackson(mapper, false));
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/web";
          files.directory = settings.pages().map(Object::toString).orElse("/web");
          files.location = settings.pages().isPresent() ? Location.EXTERNAL : Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    config.staticFiles.enableWebjars();
    Shell shell = new Shell(mapper, settings.pages());
    shell.install(config.routes);
    new Problems(mapper).install(config.routes);
    new Guard(accounts, loopback).install(config.routes);
    new SessionRoutes(accounts, requests).install(config.routes);
    Languages.install(config.routes);
  }

  /** Where it answers, as {@code http://127.0.0.1:7070}. */
  public String address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static boolean isLoopback(String host) throws IOException {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IOException(
          "“" + host + "” is no address of this machine; use --host 127.0.0.1 or 0.0.0.0.", e);
    }
  }
}
