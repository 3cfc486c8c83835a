package dragoman.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The running server: pages and API on one address. */
public final class WebServer implements AutoCloseable {
  private final Javalin javalin;
  private final Settings settings;
  private final EventHub hub;

  private WebServer(Javalin javalin, Settings settings, EventHub hub) {
    this.javalin = javalin;
    this.settings = settings;
    this.hub = hub;
  }

  /**
   * Starts to answer.
   *
   * @param ready until it completes, the API lets its callers wait; the pages do not
   * @throws IOException if the address is taken or is not this machine's; the message is one
   *     sentence for a person
   */
  public static WebServer start(Settings settings, Services services, CompletableFuture<?> ready)
      throws IOException {
    ObjectMapper mapper = Json.mapper();
    Requests requests = new Requests(mapper);
    EventHub hub = new EventHub(requests);
    Javalin javalin =
        Javalin.create(
            config -> configure(config, settings, mapper, requests, hub, services, ready));
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      hub.close();
      throw new IOException(refused(settings, e), e);
    }
    return new WebServer(javalin, settings, hub);
  }

  private static String refused(Settings settings, JavalinBindException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("Cannot assign requested address")) {
        return settings.host()
            + " is not an address of this machine; use --host 127.0.0.1 or 0.0.0.0.";
      }
    }
    return "Port "
        + settings.port()
        + " of "
        + settings.host()
        + " is taken; stop what listens there, or choose another by --port.";
  }

  private static void configure(
      JavalinConfig config,
      Settings settings,
      ObjectMapper mapper,
      Requests requests,
      EventHub hub,
      Services services,
      CompletableFuture<?> ready) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Guard.LARGEST;
    config.jetty.multipartConfig.maxTotalRequestSize(Guard.LARGEST, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxFileSize(Guard.LARGEST, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    TransportErrors errors = new TransportErrors(mapper);
    config.jetty.modifyServer(server -> server.setErrorHandler(errors));
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
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
    Problems problems = new Problems(mapper);
    problems.install(config.routes);
    config.router.javaLangErrorHandler(problems::defect);
    new Guard(services.accounts(), settings.loopback()).install(config.routes);
    // After the guard, so that a stranger hears at once that they are one.
    config.routes.before("/api/*", ctx -> ready.join());
    new SessionRoutes(services.accounts(), requests).install(config.routes);
    new PeopleRoutes(services.accounts(), requests).install(config.routes);
    TermNews news = new TermNews(services.accounts(), services.glossary(), hub);
    new GlossaryRoutes(services.glossary(), news, hub, requests).install(config.routes);
    new ProposalRoutes(services.glossary(), news, hub, requests).install(config.routes);
    new ImpactRoutes(services.dispatches().impacts(), services.glossary(), news, hub, requests)
        .install(config.routes);
    new NoticeRoutes(services.accounts().notices()).install(config.routes);
    new MemoryRoutes(services.memories(), hub, requests).install(config.routes);
    new CareRoutes(services.care(), services.memories(), hub, requests).install(config.routes);
    new FigureRoutes(services.memories(), services.dispatches()).install(config.routes);
    new DispatchRoutes(services.dispatches(), hub, requests).install(config.routes);
    new AlignmentRoutes(services.dispatches().alignments(), services.memories(), hub, requests)
        .install(config.routes);
    new SegmentRoutes(services.dispatches(), services.checker(), requests).install(config.routes);
    new DeskRuleRoutes(services.dispatches(), hub, requests).install(config.routes);
    services
        .dispatches()
        .onChange(
            changed ->
                hub.publish(
                    OptionalLong.of(changed.dispatch()),
                    "segment",
                    new RowView.Changed(
                        RowView.of(changed.row()),
                        changed.row().translation().language(),
                        changed.by())));
    new SplittingRoutes(services.dispatches(), requests).install(config.routes);
    services
        .dispatches()
        .onRearranged(
            changed -> hub.publish(OptionalLong.of(changed.dispatch()), "segments", changed));
    new EventRoutes(hub, requests).install(config.routes);
    services.accounts().sessions().onEnd(hub::end);
    Languages.install(config.routes);
    OpenApi.install(config.routes);
  }

  /** Every route of the API, as {@code GET /api/people/{id}}. */
  List<String> apiRoutes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(route -> route.endpoint.method.isHttpMethod())
        .map(route -> route.endpoint.method + " " + route.endpoint.path)
        .filter(route -> route.contains(" /api/"))
        .toList();
  }

  /** Where it answers, as {@code http://127.0.0.1:7070}. */
  public String address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + javalin.port();
  }

  @Override
  public void close() {
    hub.close();
    javalin.stop();
  }
}
