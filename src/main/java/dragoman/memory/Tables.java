package dragoman.memory;

import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;

/**
 * What every change of units works with.
 *
 * @param turn who changes units holds it, first come first served: the database's own lock may be
 *     had again by an import before somebody who waits with one sentence
 */
record Tables(Jdbi jdbi, UnitRows units, Languages languages, Texts texts, ReentrantLock turn) {
  Tables(Jdbi jdbi, UnitRows units, Languages languages, Texts texts) {
    this(jdbi, units, languages, texts, new ReentrantLock(true));
  }
}
