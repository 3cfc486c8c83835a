package dragoman.memory;

import org.jdbi.v3.core.Jdbi;

/** What every change of units works with. */
record Tables(Jdbi jdbi, UnitRows units, Languages languages, Texts texts) {}
