package dragoman;

import dragoman.cli.DragomanCommand;

/** The program: wires the rooms and hands the command line to them. */
public final class Dragoman {
  private Dragoman() {}

  public static void main(String[] args) {
    System.exit(DragomanCommand.run(args));
  }
}
