package dragoman.dispatch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told of something after it is stored; one that fails holds up nobody. */
final class Listeners<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

  void add(Consumer<T> listener) {
    listeners.add(listener);
  }

  void tell(T what) {
    for (Consumer<T> listener : listeners) {
      try {
        listener.accept(what);
      } catch (RuntimeException e) {
        LOG.warn("A listener failed at a {}.", what.getClass().getSimpleName(), e);
      }
    }
  }
}
