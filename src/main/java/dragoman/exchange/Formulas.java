package dragoman.exchange;

/** Keeps a cell's text from becoming a formula where a spreadsheet opens the file. */
final class Formulas {
  private static final String BEGINNINGS = "=+-@\t\r";

  private Formulas() {}

  static String disarmed(String cell) {
    boolean formula = !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  static String rearmed(String cell) {
    boolean disarmed =
        cell.length() > 1 && cell.charAt(0) == '\'' && BEGINNINGS.indexOf(cell.charAt(1)) >= 0;
    return disarmed ? cell.substring(1) : cell;
  }
}
