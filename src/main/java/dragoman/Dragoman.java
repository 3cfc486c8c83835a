package dragoman;

/** The program: wires the rooms and hands the command line to them. */
public final class Dragoman {
  private Dragoman() {}

  public static void main(String[] args) {
    System.exit(args.length);
  }
}
