package dragoman.web;

import dragoman.account.Session;
import io.javalin.http.sse.SseClient;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells open pages at once what others change (server-sent events, HTML standard 9.2), and who is
 * at which segment. Each page has a queue and a writer of its own, so a slow one holds up nobody; a
 * page that falls too far behind is cut off, and its browser connects again and reads afresh.
 */
final class EventHub implements AutoCloseable {
  private static final int WAITING_AT_MOST = 1000;
  // Shorter than the half minute after which proxies and Jetty take a silent connection for dead.
  private static final long HEARTBEAT_SECONDS = 15;
  private static final Event END = new Event("", "");

  private final Requests requests;
  private final Set<Page> pages = ConcurrentHashMap.newKeySet();
  private final Set<Presence> presences = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService writers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "events");
            thread.setDaemon(true);
            return thread;
          });

  EventHub(Requests requests) {
    this.requests = requests;
  }

  /** Keeps a page told until it, its session or the server ends. */
  void open(SseClient client, Caller caller, OptionalLong dispatch) {
    Page page = new Page(client, caller.session().map(Session::key).orElse(""), caller, dispatch);
    client.keepAlive();
    client.onClose(() -> leave(page));
    pages.add(page);
    dispatch.ifPresent(
        id ->
            presences.stream()
                .filter(p -> p.dispatch() == id)
                .sorted(Comparator.comparingLong(Presence::segment))
                .forEach(p -> page.offer(event("presence", p.view()))));
    if (closed.get()) {
      page.end();
    }
    writers.execute(page::write);
  }

  /**
   * Tells every page that shows a dispatch; without a dispatch, every page.
   *
   * @param name the event's name
   * @param data what is written as its JSON
   */
  void publish(OptionalLong dispatch, String name, Object data) {
    Event event = event(name, data);
    for (Page page : pages) {
      if (dispatch.isEmpty() || page.dispatch.equals(dispatch)) {
        page.offer(event);
      }
    }
  }

  /** Somebody is at a segment; an empty segment says that they left. */
  void present(Caller caller, long dispatch, OptionalLong segment, String language) {
    long person = caller.person().id();
    presences.removeIf(p -> p.dispatch() == dispatch && p.person() == person);
    Presence presence =
        new Presence(
            dispatch,
            person,
            caller.person().name(),
            caller.person().initials(),
            segment.orElse(Presence.GONE),
            language);
    if (segment.isPresent()) {
      presences.add(presence);
    }
    publish(OptionalLong.of(dispatch), "presence", presence.view());
  }

  /** Ends the pages of a session that ended. */
  void end(String sessionKey) {
    pages.stream().filter(page -> page.session.equals(sessionKey)).forEach(Page::end);
  }

  @Override
  public void close() {
    closed.set(true);
    pages.forEach(Page::end);
    writers.shutdown();
    try {
      if (!writers.awaitTermination(2, TimeUnit.SECONDS)) {
        writers.shutdownNow();
      }
    } catch (InterruptedException e) {
      writers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void leave(Page page) {
    pages.remove(page);
    long person = page.caller.person().id();
    boolean elsewhere =
        pages.stream()
            .anyMatch(p -> p.dispatch.equals(page.dispatch) && p.caller.person().id() == person);
    page.dispatch.ifPresent(
        id -> {
          if (!elsewhere && presences.removeIf(p -> p.dispatch() == id && p.person() == person)) {
            present(page.caller, id, OptionalLong.empty(), "");
          }
        });
  }

  private Event event(String name, Object data) {
    return new Event(name, requests.write(data));
  }

  private record Event(String name, String json) {}

  private record Presence(
      long dispatch, long person, String name, String initials, long segment, String language) {
    static final long GONE = 0;

    PresenceView view() {
      return new PresenceView(
          name,
          initials,
          segment == GONE ? OptionalLong.empty() : OptionalLong.of(segment),
          language);
    }
  }

  /** Who is where: no segment where they left. */
  record PresenceView(String person, String initials, OptionalLong segment, String language) {}

  /** One open page. */
  private static final class Page {
    private final SseClient client;
    private final String session;
    private final Caller caller;
    private final OptionalLong dispatch;
    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(WAITING_AT_MOST);
    private volatile boolean ended;

    Page(SseClient client, String session, Caller caller, OptionalLong dispatch) {
      this.client = client;
      this.session = session;
      this.caller = caller;
      this.dispatch = dispatch;
    }

    void offer(Event event) {
      if (!ended && !waiting.offer(event)) {
        end();
      }
    }

    /** Safe beside {@link #offer}: the flag ends the writer, the event only wakes it. */
    void end() {
      ended = true;
      waiting.clear();
      waiting.offer(END);
    }

    void write() {
      try {
        client.sendComment("open");
        while (!ended && !client.terminated()) {
          Event event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
          if (event == null) {
            client.sendComment("still here");
          } else if (!ended) {
            client.sendEvent(event.name(), event.json());
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        client.close();
      }
    }
  }
}
