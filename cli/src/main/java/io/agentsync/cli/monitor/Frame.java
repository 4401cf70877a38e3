package io.agentsync.cli.monitor;

/**
 * The room there is.
 *
 * @param columns how wide
 * @param rows how high
 */
public record Frame(int columns, int rows) {

  static final int LEAST_COLUMNS = 20;
  static final int LEAST_ROWS = 5;

  private static final Frame USUAL = new Frame(80, 24);

  /** Some terminals do not know their size; those are taken for usual ones. */
  public static Frame of(int columns, int rows) {
    return columns > 0 && rows > 0 ? new Frame(columns, rows) : USUAL;
  }

  boolean tooSmall() {
    return columns < LEAST_COLUMNS || rows < LEAST_ROWS;
  }
}
