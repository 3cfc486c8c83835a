package dragoman.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Failed sign-ins of the last quarter of an hour, in memory. A name from one address has few tries,
 * so that a stranger elsewhere cannot lock a colleague out; an address and a name have more.
 */
final class Attempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_NAME_AND_ADDRESS = 5;
  private static final int PER_NAME = 50;
  private static final int PER_ADDRESS = 100;
  private static final int KEYS_KEPT = 20_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new HashMap<>();

  Attempts(Clock clock) {
    this.clock = clock;
  }

  synchronized void check(String name, String address) {
    check("both " + address + " " + name, PER_NAME_AND_ADDRESS);
    check("name " + name, PER_NAME);
    check("address " + address, PER_ADDRESS);
  }

  synchronized void failed(String name, String address) {
    if (failures.size() > KEYS_KEPT) {
      failures.values().removeIf(times -> recent(times).isEmpty());
    }
    if (failures.size() > KEYS_KEPT) {
      failures.clear();
    }
    for (String key :
        new String[] {"both " + address + " " + name, "name " + name, "address " + address}) {
      failures.computeIfAbsent(key, k -> new ArrayDeque<>()).add(clock.instant());
    }
  }

  synchronized void succeeded(String name, String address) {
    failures.remove("both " + address + " " + name);
  }

  private void check(String key, int limit) {
    Deque<Instant> times = failures.get(key);
    if (times != null && recent(times).size() >= limit) {
      throw new TooManyAttemptsException(
          Duration.between(clock.instant(), times.getFirst().plus(WINDOW)));
    }
  }

  private Deque<Instant> recent(Deque<Instant> times) {
    Instant from = clock.instant().minus(WINDOW);
    while (!times.isEmpty() && times.getFirst().isBefore(from)) {
      times.removeFirst();
    }
    return times;
  }
}
