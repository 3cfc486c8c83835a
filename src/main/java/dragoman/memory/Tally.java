package dragoman.memory;

/**
 * What became of the units given to a writer.
 *
 * @param added units of their own now
 * @param merged units that gave others a variant more
 * @param unchanged units that the memory had
 */
public record Tally(long added, long merged, long unchanged) {

  Tally plus(Outcome outcome) {
    return switch (outcome) {
      case ADDED -> new Tally(added + 1, merged, unchanged);
      case MERGED -> new Tally(added, merged + 1, unchanged);
      case UNCHANGED -> new Tally(added, merged, unchanged + 1);
    };
  }
}
